import type { Route } from '../api/route.ts'
import type { Feature } from '../features/feature.ts'
import { visitorName } from '../visitors/visitor-name.ts'
import { joinEndpoint } from './join-endpoint.ts'
import { joinRoom } from './join-room.ts'
import type { JoinContext } from './join-room.ts'
import type { JoinVisit } from '../visit/visit.ts'

/** `POST /rooms/{room}/join`: the features are asked before anything is created or signed. */
export function joinRoute(context: JoinContext, features: readonly Feature[]): Route {
  return {
    operation: joinEndpoint,
    async handle(visit, body) {
      const { name: given } = body
      // The name that the site knows somebody by replaces the one they gave, which must be one all the same.
      const chosen = given === undefined ? undefined : visitorName(given)
      const inRoom = features.filter(({ name }) => visit.rules.features?.has(name) !== false)
      const visitor = await context.visitors?.shown(visit.room, visit)
      let joiner: JoinVisit = { ...visit, name: visit.name ?? chosen, visitor }
      const afterwards: Feature['onAdmitted'][] = []
      for (const { onJoin, onAdmitted } of inRoom) {
        const { onAdmitted: own, ...who } = (await onJoin?.(joiner, body)) ?? {}
        joiner = { ...joiner, ...who }
        afterwards.push(own, onAdmitted)
      }
      const credentials = await joinRoom(context, joiner)
      for (const ask of afterwards) {
        Object.assign(credentials, await ask?.(joiner, credentials.sessionId))
      }
      // Nobody else could use them.
      if (joiner.role !== 'moderator') return credentials
      return { ...credentials, features: inRoom.map(({ name }) => name) }
    },
  }
}
