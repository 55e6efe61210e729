import { answered, filled, number, owner } from '../answers/answered.ts'
import { readOptions } from '../options/call-options.ts'
import type { CallOptions } from '../options/call-options.ts'
import { flag, listOf, needed, secret, shape, text, texts, url } from '../options/checks.ts'
import type { Checks } from '../options/checks.ts'
import type { CallProject } from '../platform/project-caller.ts'

export interface SipSettings {
  /** Of the telephone's connection; it has to let it publish. */
  readonly token: string
  /** Who is called, as in `sip:user@example.com;transport=tls`. */
  readonly uri: string
  /** Who seems to call. */
  readonly from?: string
  /** Added to the SIP INVITE; the platform wants names that begin with `X-`. */
  readonly headers?: Readonly<Record<string, string>>
  readonly auth?: SipAuth
  /** Whether media is encrypted; default false. */
  readonly secure?: boolean
  /** Default false. */
  readonly video?: boolean
  /** Whether muting from a server or a moderator silences the telephone; default false. */
  readonly observeForceMute?: boolean
  /** Who is heard by the telephone; default everybody. */
  readonly streams?: readonly string[]
}

export interface SipAuth {
  readonly username: string
  readonly password: string
}

export interface DialOptions extends SipSettings, CallOptions {}

/** A telephone that has been called, as the platform describes it, frozen. */
export interface SipCall {
  readonly id: string
  readonly connectionId: string
  readonly streamId: string
  readonly sessionId?: string
  /** The API key or application id. */
  readonly applicationId?: string
  /** Milliseconds since 1970. */
  readonly createdAt?: number
  /** Milliseconds since 1970. */
  readonly updatedAt?: number
}

/** Telephones in a session. */
export interface Sip {
  /** Calls one; it hangs up when its connection is put out. At most 6 hours. */
  dial(sessionId: string, options: DialOptions): Promise<SipCall>
}

const checks: Checks<SipSettings> = {
  token: needed(secret),
  uri: needed(url('sip', 'sips')),
  from: text(1, 2048),
  headers: texts(2048),
  auth: shape<SipAuth>({
    username: needed(text(1, 255)),
    password: needed(secret),
  }),
  secure: flag,
  video: flag,
  observeForceMute: flag,
  streams: listOf(text(1, 255)),
}

export function sip(call: CallProject): Sip {
  const called = answered<SipCall>('a call', {
    needed: { id: filled, connectionId: filled, streamId: filled },
    rest: { sessionId: filled, applicationId: owner, createdAt: number, updatedAt: number },
  })
  return Object.freeze({
    async dial(sessionId, options) {
      const { signal, wanted } = readOptions(options, 'sip.dial', checks)
      const { token, ...settings } = wanted
      const secrets = [token, settings.auth?.password ?? '']
      const json = { sessionId: text(1, 255)('sessionId', sessionId), token, sip: settings }
      return called(await call({ method: 'POST', path: '/dial', json, signal, secrets }))
    },
  } satisfies Sip)
}
