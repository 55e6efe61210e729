import { readOptions } from '../options/call-options.ts'
import type { CallOptions } from '../options/call-options.ts'
import type { Check, Checks } from '../options/checks.ts'
import { text } from '../options/checks.ts'
import { invalidOption } from '../options/option-checks.ts'
import { pathPart } from '../platform/path.ts'
import type { CallProject } from '../platform/project-caller.ts'

/** What is said, and to whom. */
export interface SignalContent {
  /** Up to 128 letters, digits, `-`, `_`, `~` and `.`: what OpenTok.js hears (signaling guide; `.` by OpenTok.js alone). */
  readonly type?: string
  /** Up to 8192 bytes of UTF-8. */
  readonly data?: string
  /** Who alone hears it; without it everybody does. */
  readonly connectionId?: string
}

export interface SendSignalOptions extends SignalContent, CallOptions {}

/** Signals from a server: clients see no sender. */
export interface Signals {
  /** Rejects with code `not-found` when nobody is connected, or not that one. */
  send(sessionId: string, options: SendSignalOptions): Promise<void>
}

const signalType: Check<string> = (name, value) => {
  const given = bytes(128)(name, value)
  if (/^[A-Za-z0-9._~-]*$/.test(given)) return given
  throw invalidOption(`${name} has letters, digits, "-", "_", "~" and "." only.`)
}

const checks: Checks<SignalContent> = {
  type: signalType,
  data: bytes(8192),
  connectionId: text(1, 255),
}

export function signals(call: CallProject): Signals {
  return Object.freeze({
    async send(sessionId, options) {
      const { signal, wanted } = readOptions(options, 'signals.send', checks)
      const { connectionId, ...json } = wanted
      const session = `/session/${pathPart('sessionId', sessionId)}`
      const to =
        connectionId === undefined ? '' : `/connection/${pathPart('connectionId', connectionId)}`
      await call({ method: 'POST', path: `${session}${to}/signal`, json, signal })
    },
  } satisfies Signals)
}

function bytes(max: number): Check<string> {
  return (name, value) => {
    const given = text(0, max)(name, value)
    const { length } = new TextEncoder().encode(given)
    if (length <= max) return given
    throw invalidOption(`${name} must have at most ${max} bytes of UTF-8, not ${length}.`)
  }
}
