import { Hono } from 'hono/tiny'
import type { ErrorHandler } from 'hono'
import type { BackendOptions, BackendSettings } from './backend-options.ts'
import { backendSettings } from './backend-settings.ts'
import type { Feature } from './features/feature.ts'
import { refuseConflicts } from './features/refuse-conflicts.ts'
import { cors } from './http/cors.ts'
import { healthRoutes } from './http/health-routes.ts'
import { mountMachineDoors, mountRoutes } from './http/mount.ts'
import type { MountedRoute } from './http/mount.ts'
import { observed } from './http/observed.ts'
import type { Variables } from './http/variables.ts'
import { joinRoute } from './join/join-route.ts'
import { BackendError } from './problem/backend-error.ts'
import { problemOf } from './problem/problem.ts'
import { visibleError } from './problem/visible-error.ts'
import { cachedRooms } from './rooms/cached-rooms.ts'
import { createRooms } from './rooms/rooms.ts'
import { memoryCache } from './rooms/session-cache.ts'
import type { Log } from './telemetry/log.ts'
import { createDoor } from './visit/door.ts'

/** The Hono app that a backend is: `fetch(request, env)` serves it on every runtime. */
export type Backend = Hono<{ Variables: Variables }>

/**
 * Makes the Hono app that turns room names into sessions and visitors into credentials.
 * Throws TypeError, or VideoError for contradictory session options, when it could not work.
 */
export function createBackend(options: BackendOptions): Backend {
  const settings = backendSettings(options)
  const { video, store, session, policies, proxyUrl, log } = settings
  const rooms = createRooms(store)
  const features = settings.features.map((featureFor) => featureFor({ video, store, rooms }))
  const { address, cache } = options
  refuseConflicts(features, {
    session,
    policed: policies !== undefined,
    cached: cache !== undefined,
  })
  const counts = video.connections !== undefined
  policies?.check({ features, session, counts, locates: address !== undefined })
  const context = {
    video,
    proxyUrl,
    rooms: cached(rooms, { settings, features }),
    takeSeat: video.connections && policies?.seats(store, video.connections),
  }
  const routes: MountedRoute[] = [
    joinRoute(context, features),
    ...features.flatMap(({ name, routes = [] }) =>
      routes.map((route) => ({ ...route, feature: name })),
    ),
  ]

  const app: Backend = new Hono()
  app.onError(answerProblem(log))
  app.notFound(() => {
    throw new BackendError('route-unknown', 'There is nothing at this address.')
  })
  app.use(observed(settings.measure))
  app.use(async function neverStored(c, next) {
    c.header('Cache-Control', 'no-store')
    c.header('X-Content-Type-Options', 'nosniff')
    await next()
  })
  app.use(cors(settings.origins))
  app.route('/', healthRoutes(settings))
  mountMachineDoors(
    app,
    features.flatMap(({ doors = [] }) => doors),
  )
  mountRoutes(app, { routes, door: createDoor(settings, features), log })
  return app
}

type Rooms = ReturnType<typeof createRooms>

function cached(
  rooms: Rooms,
  { settings, features }: { settings: BackendSettings; features: readonly Feature[] },
): Rooms {
  // A cache would hand out for a minute what a host has just ended.
  if (features.some(({ retiresSessions }) => retiresSessions)) return rooms
  return cachedRooms(rooms, settings.cache ?? memoryCache())
}

function answerProblem(log: Log): ErrorHandler<{ Variables: Variables }> {
  return (error, c) => {
    const visible = visibleError(error)
    const { code, status, retryAfter, cause } = visible
    const { traceId } = c.var.trace
    c.set('code', code)
    log({ event: 'refused', code, status, ...(cause !== undefined && { cause }), traceId })
    if (retryAfter !== undefined) c.header('Retry-After', `${retryAfter}`)
    c.header('Content-Type', 'application/problem+json')
    return c.body(JSON.stringify(problemOf(visible)), status)
  }
}
