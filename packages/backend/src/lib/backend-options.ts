import { sessionSettings } from '@ot-room/video-api'
import type { SessionOptions, SessionSettings, VideoApi } from '@ot-room/video-api'
import { admitBy, admitEverybody } from './access/admit.ts'
import type { Admit } from './access/admit.ts'
import type { Authorize } from './access/decision.ts'
import { originList } from './http/origins.ts'
import { quietLog } from './log.ts'
import type { Log } from './log.ts'
import { guardedStore } from './store/guarded-store.ts'
import type { Store } from './store/store.ts'
import { memoryStore } from './stores/memory.ts'

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

interface CommonOptions {
  readonly video: VideoApi
  /** Default one in memory, which is right for a single process only. */
  readonly store?: Store
  /** What new rooms shall be; the defaults are those of the platform: relayed, not archived. */
  readonly session?: SessionOptions
  /** Seconds in which a token admits, 30 to 2592000, default 600. */
  readonly tokenLifetime?: number
  /** Exact origins of the pages that may join from elsewhere, default none. */
  readonly origins?: readonly string[]
  /** For `OT.setProxyUrl`: an emulator, or the platform's IP proxy. */
  readonly proxyUrl?: string
  readonly log?: Log
}

/** Options that are complete and can be relied upon. */
export interface BackendSettings {
  readonly video: VideoApi
  readonly store: Store
  readonly admit: Admit
  readonly session: SessionSettings
  readonly tokenLifetime: number
  readonly origins: ReadonlySet<string>
  readonly proxyUrl: string | undefined
  readonly log: Log
}

/** Completes the options; throws TypeError, or VideoError for contradictory session options. */
export function backendSettings(options: BackendOptions): BackendSettings {
  const { video, store = memoryStore(), tokenLifetime = 600, proxyUrl } = options
  if (typeof video?.createSession !== 'function' || typeof video.generateToken !== 'function') {
    throw new TypeError('video must be what createVideoApi returns.')
  }
  if (!Number.isInteger(tokenLifetime) || tokenLifetime < 30 || tokenLifetime > 2_592_000) {
    throw new TypeError('tokenLifetime is a whole number of seconds from 30 to 2592000 (30 days).')
  }
  if (proxyUrl !== undefined && !(URL.canParse(proxyUrl) && /^https?:/.test(proxyUrl))) {
    throw new TypeError('proxyUrl must be an absolute http or https URL.')
  }
  return {
    video,
    store: guardedStore(store),
    admit: admission(options),
    session: sessionSettings(options.session),
    tokenLifetime,
    origins: originList(options.origins ?? []),
    proxyUrl,
    log: quietLog(options.log),
  }
}

function admission({ authorize, public: open }: BackendOptions): Admit {
  if ((authorize === undefined) === (open === undefined)) {
    throw new TypeError('Say who may enter: pass an authorize rule or public: true, and not both.')
  }
  if (open === true) return admitEverybody
  if (typeof authorize === 'function') return admitBy(authorize)
  throw new TypeError('authorize must be a function, and public can only be true.')
}
