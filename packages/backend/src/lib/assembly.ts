import type { BackendSettings } from './backend-options.ts'
import type { Feature, Place } from './features/feature.ts'
import { refuseConflicts } from './features/refuse-conflicts.ts'
import type { MountedRoute } from './http/mount.ts'
import type { JoinContext } from './join/join-room.ts'
import { joinRoute } from './join/join-route.ts'
import { cachedRooms } from './rooms/cached-rooms.ts'
import { createRooms } from './rooms/rooms.ts'
import type { Rooms } from './rooms/rooms.ts'
import { memoryCache } from './rooms/session-cache.ts'
import { createBreaker } from './upstream/breaker.ts'

/** A backend's parts, before they are put on the web. */
export interface Assembly {
  readonly features: readonly Feature[]
  readonly routes: readonly MountedRoute[]
}

/** Puts features, rooms and routes together; throws TypeError for parts that contradict each other. */
export function assemble(settings: BackendSettings): Assembly {
  const { video, store, session, policies, proxyUrl, visitors } = settings
  const rooms = createRooms(store, {
    async onRetired(meeting) {
      for (const { onRetired } of features) await onRetired?.(meeting)
    },
  })
  const endpoints = () => routes.map(({ operation }) => operation)
  const place: Place = {
    video,
    store,
    scope: store.scope,
    log: settings.log,
    rooms,
    endpoints,
    features: () => features,
    visitors,
  }
  const features = settings.features.map((featureFor) => featureFor(place))
  const cached = settings.cache !== undefined
  refuseConflicts(features, { session, policed: policies !== undefined, cached })
  const counts = video.connections !== undefined
  policies?.check({ features, session, counts, locates: settings.address !== undefined })

  const ask = createBreaker()
  const { connections } = video
  const context = {
    video,
    createSession: (wanted) => ask(() => video.createSession(wanted)),
    proxyUrl,
    visitors,
    rooms: remembered(rooms, { settings, features }),
    takeSeat:
      connections &&
      policies?.seats(store, { list: (sessionId) => ask(() => connections.list(sessionId)) }),
  } satisfies JoinContext
  const routes: readonly MountedRoute[] = [
    joinRoute(context, features),
    ...features.flatMap(({ name, routes = [] }) =>
      routes.map((route) => ({ ...route, feature: name })),
    ),
  ]
  return { features, routes }
}

function remembered(
  rooms: Rooms,
  { settings, features }: { settings: BackendSettings; features: readonly Feature[] },
): Rooms {
  // A cache would hand out for a minute what a host has just ended.
  if (features.some(({ retiresSessions }) => retiresSessions)) return rooms
  const { cache = memoryCache(), video, store } = settings
  return cachedRooms(rooms, { cache, account: `${store.scope ?? ''}${video.applicationId}` })
}
