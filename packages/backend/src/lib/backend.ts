import { Hono } from 'hono/tiny'
import type { ErrorHandler } from 'hono'
import { assemble } from './assembly.ts'
import type { BackendOptions } from './backend-options.ts'
import { backendSettings } from './backend-settings.ts'
import { cors } from './http/cors.ts'
import { healthRoutes } from './http/health-routes.ts'
import { mountMachineDoors, mountPages, mountRoutes } from './http/mount.ts'
import { observed } from './http/observed.ts'
import type { Variables } from './http/variables.ts'
import { BackendError } from './problem/backend-error.ts'
import { problemOf } from './problem/problem.ts'
import { visibleError } from './problem/visible-error.ts'
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
  const { features, routes } = assemble(settings)
  const { log } = settings

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
  mountPages(app, features)
  mountMachineDoors(app, features)
  mountRoutes(app, { routes, door: createDoor(settings, features), log })
  return app
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
