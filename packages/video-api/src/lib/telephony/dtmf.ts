import { readOptions } from '../options/call-options.ts'
import type { CallOptions } from '../options/call-options.ts'
import { needed, text } from '../options/checks.ts'
import type { Check, Checks } from '../options/checks.ts'
import { described, invalidOption } from '../options/option-checks.ts'
import { pathPart } from '../platform/path.ts'
import type { CallProject } from '../platform/project-caller.ts'

/** What is dialled, and in which call. */
export interface Tones {
  /** 0 to 9, `*`, `#`, and `p` for a pause of 500 milliseconds. */
  readonly digits: string
  /** The telephone that alone hears it; without it every one does. */
  readonly connectionId?: string
}

export interface PlayTonesOptions extends Tones, CallOptions {}

/** The tones of a telephone's keys. */
export interface Dtmf {
  play(sessionId: string, options: PlayTonesOptions): Promise<void>
}

const tones: Check<string> = (name, value) => {
  if (typeof value === 'string' && /^[\d*#p]{1,1024}$/.test(value)) return value
  throw invalidOption(`${name} must be made of 0 to 9, *, # and p, not ${described(value)}.`)
}

const checks: Checks<Tones> = { digits: needed(tones), connectionId: text(1, 255) }

export function dtmf(call: CallProject): Dtmf {
  return Object.freeze({
    async play(sessionId, options) {
      const { signal, wanted } = readOptions(options, 'dtmf.play', checks)
      const { connectionId, ...json } = wanted
      const session = `/session/${pathPart('sessionId', sessionId)}`
      const to =
        connectionId === undefined ? '' : `/connection/${pathPart('connectionId', connectionId)}`
      await call({ method: 'POST', path: `${session}${to}/play-dtmf`, json, signal })
    },
  } satisfies Dtmf)
}
