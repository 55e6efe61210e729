import type { SessionOptions } from '@ot-room/video-api'
import type { Feature } from '../features/feature.ts'
import type { RoomPolicy } from './room-policy.ts'

/** Refuses, with a TypeError, policies that the features of the backend contradict. */
export function checkFeatures(
  policies: readonly RoomPolicy[],
  {
    features,
    session,
  }: { readonly features: readonly Feature[]; readonly session: SessionOptions },
): void {
  refuseUnknown(
    features.map(({ name }) => name),
    policies,
  )
  refuseRelayed(features, { session, policies })
}

function refuseUnknown(names: readonly string[], policies: readonly RoomPolicy[]): void {
  for (const [index, { features = [] }] of policies.entries()) {
    for (const name of features) {
      if (names.includes(name)) continue
      const known = names.length === 0 ? 'there are none' : `there are ${names.join(', ')}`
      throw new TypeError(`policies[${index}].features names ${name}, but ${known}.`)
    }
  }
}

/** The platform refuses these features in relayed sessions, which a visitor would learn too late. */
function refuseRelayed(
  features: readonly Feature[],
  { session, policies = [] }: { session: SessionOptions; policies?: readonly RoomPolicy[] },
): void {
  const needing = features.filter(({ needsRouted }) => needsRouted).map(({ name }) => name)
  const isRelayed = (wanted: SessionOptions) => (wanted.mediaMode ?? 'relayed') === 'relayed'
  const allowedIn = ({ features: allowed }: RoomPolicy) =>
    needing.find((name) => allowed === undefined || allowed.includes(name))

  // A policy for all rooms that leaves a feature out answers for the default as well.
  const covered = policies.some(({ rooms, session, features }) => {
    const settled =
      session !== undefined || (features !== undefined && !allowedIn({ rooms, features }))
    return rooms === '*' && settled
  })
  const [first] = needing
  if (first !== undefined && isRelayed(session) && !covered) {
    throw new TypeError(
      `${first} needs routed sessions: set session: { mediaMode: 'routed' }, or a policy for the rooms without it.`,
    )
  }
  for (const [index, policy] of policies.entries()) {
    const name = allowedIn(policy)
    if (policy.session === undefined || !isRelayed(policy.session) || name === undefined) continue
    throw new TypeError(
      `policies[${index}].session is relayed, but ${name} needs routed sessions: leave it out of policies[${index}].features.`,
    )
  }
}
