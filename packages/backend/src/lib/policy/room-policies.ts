import type { SessionOptions, VideoApi } from '@ot-room/video-api'
import type { Feature } from '../features/feature.ts'
import { createSeats } from '../rooms/seats.ts'
import type { TakeSeat } from '../rooms/seats.ts'
import type { Store } from '../store/store.ts'
import { checkFeatures } from './check-features.ts'
import { checkPolicies } from './check-policies.ts'
import type { RoomPolicy } from './room-policy.ts'
import type { DefaultRules, RulesFor } from './room-rules.ts'
import { rulesFor } from './rules-for.ts'

/** Policies that have been checked; made by `roomPolicies`. */
export interface RoomPolicies {
  /** Throws TypeError when the backend cannot keep what the policies say. */
  check(backend: PolicedBackend): void
  rulesFor(defaults: DefaultRules): RulesFor
  seats(store: Store, connections: Pick<VideoApi['connections'], 'list'>): TakeSeat
}

/** What policies may not contradict. */
export interface PolicedBackend {
  readonly features: readonly Feature[]
  readonly session: SessionOptions
  /** Whether the backend can ask who is connected. */
  readonly counts: boolean
  /** Whether the backend knows addresses. */
  readonly locates: boolean
}

/** What holds for some rooms only; throws TypeError that names the place of what is wrong. */
export function roomPolicies(policies: readonly RoomPolicy[]): RoomPolicies {
  checkPolicies(policies)
  return {
    check({ features, session, counts, locates }) {
      checkFeatures(policies, { features, session })
      for (const [index, { maxPeople, nearFirstVisitor }] of policies.entries()) {
        if (maxPeople !== undefined && !counts) {
          throw new TypeError(
            `policies[${index}].maxPeople needs the whole createVideoApi, to ask who is connected.`,
          )
        }
        if (nearFirstVisitor === true && !locates) {
          throw new TypeError(`policies[${index}].nearFirstVisitor needs the address option.`)
        }
      }
    },
    rulesFor: (defaults) => rulesFor(policies, defaults),
    seats: createSeats,
  }
}
