import type { CallOptions } from '../options/call-options.ts'
import { knownOptions } from '../options/option-checks.ts'
import type { CallPlatform } from '../platform/call-platform.ts'
import { callersSignal } from '../platform/deadline.ts'
import { sessionIdIn } from './session-answer.ts'
import { sessionForm } from './session-form.ts'
import { sessionOptionNames, sessionSettings } from './session-settings.ts'
import type { SessionOptions, SessionSettings } from './session-settings.ts'

export interface CreateSessionOptions extends SessionOptions, CallOptions {}

/** A session as the platform created it, frozen. */
export interface Session extends SessionSettings {
  /** Opaque, up to 255 characters. It never expires. */
  readonly sessionId: string
}

export async function createSession(
  call: CallPlatform,
  options?: CreateSessionOptions,
): Promise<Session> {
  const known = [...sessionOptionNames, 'signal']
  const { signal, ...wanted } = knownOptions(options, 'createSession', known)
  const settings = sessionSettings(wanted)
  const answer = await call({
    method: 'POST',
    path: '/session/create',
    body: { form: sessionForm(settings) },
    signal: callersSignal(signal),
  })
  return Object.freeze({ sessionId: sessionIdIn(answer), ...settings })
}
