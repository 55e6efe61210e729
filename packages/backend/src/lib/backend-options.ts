import type { SessionApi, SessionOptions, VideoApi } from '@ot-room/video-api'
import type { Admit } from './access/admit.ts'
import type { Authorize } from './access/decision.ts'
import type { FeatureFor } from './features/feature.ts'
import type { RoomPolicies } from './policy/room-policies.ts'
import type { RulesFor } from './policy/room-rules.ts'
import type { SessionCache } from './rooms/session-cache.ts'
import type { Store } from './store/store.ts'
import type { Log, Measure } from './telemetry/log.ts'
import type { AddressOf } from './visit/address.ts'
import type { VisitorIds } from './visitors/visitor-ids.ts'

/** Who may enter must be said: by a rule, or by declaring the rooms public. */
export type BackendOptions = CommonOptions &
  (
    | { readonly authorize: Authorize; readonly public?: never }
    | {
        /** Everybody may enter every room as a publisher. */
        readonly public: true
        readonly authorize?: never
      }
  )

/** What the backend asks of the platform; `connections` only where a policy limits people. */
export type BackendVideo = SessionApi & Partial<Pick<VideoApi, 'connections'>>

interface CommonOptions {
  readonly video: BackendVideo
  /** Default one in memory, which is right for a single process only. */
  readonly store?: Store
  /** In front of the store, default one in memory; none where a feature takes sessions away. */
  readonly cache?: SessionCache
  /** What new rooms shall be; the defaults are those of the platform: relayed, not archived. */
  readonly session?: SessionOptions
  /** Seconds in which a token admits, 30 to 2592000, default 600. */
  readonly tokenLifetime?: number
  /** What holds for some rooms only, by name or pattern: `roomPolicies([…])`. */
  readonly policies?: RoomPolicies
  /** What else this backend can do, in the order in which joining asks them. */
  readonly features?: readonly FeatureFor[]
  /** Gives visitors an opaque id that hosts can name them by: `visitorIds(secret)`. */
  readonly visitors?: (scope: string | undefined) => VisitorIds
  /** How to know a visitor's network address; default not at all. */
  readonly address?: AddressOf
  /** Exact origins of the pages that may join from elsewhere, default none. */
  readonly origins?: readonly string[]
  /** For `OT.setProxyUrl`: an emulator, or the platform's IP proxy. */
  readonly proxyUrl?: string
  readonly log?: Log
  /** Hears of every request how long it took and how it ended. */
  readonly measure?: Measure
}

/** Options that are complete and can be relied upon. */
export interface BackendSettings {
  readonly video: BackendVideo
  readonly store: Store
  readonly cache: SessionCache | undefined
  readonly admit: Admit
  readonly session: SessionOptions
  readonly policies: RoomPolicies | undefined
  readonly rulesFor: RulesFor
  readonly features: readonly FeatureFor[]
  readonly visitors: VisitorIds | undefined
  readonly address: AddressOf | undefined
  readonly origins: ReadonlySet<string>
  readonly proxyUrl: string | undefined
  readonly log: Log
  readonly measure: Measure | undefined
}
