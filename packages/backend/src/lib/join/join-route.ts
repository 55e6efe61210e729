import type { Route } from '../api/route.ts'
import type { Feature } from '../features/feature.ts'
import { visitorName } from '../visitors/visitor-name.ts'
import { joinEndpoint } from './join-endpoint.ts'
import { joinRoom } from './join-room.ts'
import type { JoinContext } from './join-room.ts'

/** `POST /rooms/{room}/join`: the features are asked before anything is created or signed. */
export function joinRoute(context: JoinContext, features: readonly Feature[]): Route {
  return {
    operation: joinEndpoint,
    async handle(visit, body) {
      const { name: given } = body
      // The name that the site knows somebody by replaces the one they gave, which must be one all the same.
      const chosen = given === undefined ? undefined : visitorName(given)
      const named = { ...visit, name: visit.name ?? chosen }
      const inRoom = features.filter(({ name }) => named.rules.features?.has(name) !== false)
      for (const { onJoin } of inRoom) await onJoin?.(named, body)
      const credentials = await joinRoom(context, named)
      for (const { onAdmitted } of inRoom) {
        Object.assign(credentials, await onAdmitted?.(named, credentials.sessionId))
      }
      // Nobody else could use them.
      if (named.role !== 'moderator') return credentials
      return { ...credentials, features: inRoom.map(({ name }) => name) }
    },
  }
}
