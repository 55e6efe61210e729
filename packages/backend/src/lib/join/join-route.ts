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
      const named = { ...visit, name: visit.name ?? chosen }
      const { joiner, afterwards } = await welcome(
        { ...named, visitor: await context.idFor(named) },
        { body, features: inRoom },
      )
      const credentials = await joinRoom(context, joiner)
      for (const onAdmitted of afterwards) {
        Object.assign(credentials, await onAdmitted(joiner, credentials.sessionId))
      }
      // Nobody else could use them.
      if (joiner.role !== 'moderator') return credentials
      return { ...credentials, features: inRoom.map(({ name }) => name) }
    },
  }
}

/** Asks the features whether somebody may join, and who they are; and what is to be done once they have. */
async function welcome(
  visit: JoinVisit,
  {
    body,
    features,
  }: { readonly body: Readonly<Record<string, unknown>>; readonly features: readonly Feature[] },
): Promise<{ joiner: JoinVisit; afterwards: readonly NonNullable<Feature['onAdmitted']>[] }> {
  let joiner = visit
  const afterwards: NonNullable<Feature['onAdmitted']>[] = []
  for (const { onJoin, onAdmitted } of features) {
    const { name, visitor, onAdmitted: andThen } = (await onJoin?.(joiner, body)) ?? {}
    joiner = {
      ...joiner,
      ...(name !== undefined && { name }),
      ...(visitor !== undefined && { visitor }),
    }
    afterwards.push(...[andThen, onAdmitted].filter((one) => one !== undefined))
  }
  return { joiner, afterwards }
}
