import { answered, filled, number, owner } from '../answers/answered.ts'
import type { OpenUnion } from '../answers/open-union.ts'
import { readOptions } from '../options/call-options.ts'
import type { CallOptions } from '../options/call-options.ts'
import { flag, needed, secret, text, url, whole } from '../options/checks.ts'
import type { Checks } from '../options/checks.ts'
import { pathPart } from '../platform/path.ts'
import type { CallProject } from '../platform/project-caller.ts'

export interface CaptionsSettings {
  /** A moderator's, for the same session. */
  readonly token: string
  /** What is spoken, a BCP-47 tag with a region; default `en-US`. */
  readonly languageCode?: string
  /** Seconds, 300 to 14400, default 14400 (4 hours). */
  readonly maxDuration?: number
  /** Whether words appear before a sentence ends; default true. */
  readonly partialCaptions?: boolean
  /** Where the platform tells what becomes of them. */
  readonly statusCallbackUrl?: string
}

export interface StartCaptionsOptions extends CaptionsSettings, CallOptions {}

/** Captions as the platform describes them, frozen. Times are milliseconds since 1970. */
export interface CaptionsStatus {
  readonly captionId: string
  readonly status: OpenUnion<'started' | 'stopped' | 'paused' | 'failed'>
  readonly sessionId?: string
  /** The API key or application id. */
  readonly applicationId?: string
  readonly createdAt?: number
  readonly updatedAt?: number
  /** Seconds. */
  readonly duration?: number
  readonly languageCode?: string
  readonly provider?: string
  readonly reason?: string
}

/** Live captions of what is said in a session. */
export interface Captions {
  /** Rejects with status 409 when the session has captions already. */
  start(sessionId: string, options: StartCaptionsOptions): Promise<{ readonly captionsId: string }>
  get(captionsId: string, options?: CallOptions): Promise<CaptionsStatus>
  stop(captionsId: string, options?: CallOptions): Promise<void>
}

const checks: Checks<CaptionsSettings> = {
  token: needed(secret),
  languageCode: text(2, 35),
  maxDuration: whole({ min: 300, max: 14_400, unit: 'seconds' }),
  partialCaptions: flag,
  statusCallbackUrl: url('https', 'http'),
}

export function captions(call: CallProject): Captions {
  const started = answered<{ readonly captionsId: string }>('the id of captions', {
    needed: { captionsId: filled },
    rest: {},
  })
  const status = answered<CaptionsStatus>('the status of captions', {
    needed: { captionId: filled, status: filled },
    rest: {
      sessionId: filled,
      applicationId: owner,
      createdAt: number,
      updatedAt: number,
      duration: number,
      languageCode: filled,
      provider: filled,
      reason: filled,
    },
  })
  const at = (captionsId: string) => `/captions/${pathPart('captionsId', captionsId)}`
  return Object.freeze({
    async start(sessionId, options) {
      const { signal, wanted } = readOptions(options, 'captions.start', checks)
      const secrets = [wanted.token]
      const json = { sessionId: text(1, 255)('sessionId', sessionId), ...wanted }
      return started(await call({ method: 'POST', path: '/captions', json, signal, secrets }))
    },

    async get(captionsId, options) {
      const { signal } = readOptions(options, 'captions.get', {})
      return status(await call({ method: 'GET', path: at(captionsId), signal }))
    },

    async stop(captionsId, options) {
      const { signal } = readOptions(options, 'captions.stop', {})
      await call({ method: 'POST', path: `${at(captionsId)}/stop`, json: {}, signal })
    },
  } satisfies Captions)
}
