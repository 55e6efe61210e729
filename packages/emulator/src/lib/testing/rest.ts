import type { PlatformOptions, Platform } from '../platform/platform.ts'
import { makeSessionId } from '../platform/session-id.ts'
import type { Message } from '../session/message.ts'
import type { Answer, Callback } from '../session/outcome.ts'
import type { Role } from '../session/roles.ts'
import type { SessionDetails } from '../session/session.ts'
import { platformMessageOf, platformMessages } from '../session/platform-messages.ts'
import type { Raptor } from '../wire/raptor.ts'
import { accountKey, apiKey, restToken, testApp } from './app.ts'
import { createFakeClock } from './fake-clock.ts'
import type { FakeClock } from './fake-clock.ts'
import { joining } from './session.ts'

/** One session of a platform without a server: REST requests on one side, clients on the other. */
export interface RestStage {
  readonly platform: Platform
  readonly clock: FakeClock
  readonly sessionId: string
  /** Every callback so far. */
  readonly callbacks: readonly Callback[]
  /** A request below `/v2/project/{key}`; `:session` in the path stands for the session's id. */
  request(method: string, path: string, body?: unknown): Promise<RestAnswer>
  /** A request of the administrator, with the whole path. */
  administer(method: string, path: string, body?: unknown): Promise<RestAnswer>
  /** Opens an address as anybody might. */
  visit(url: string): Promise<RestAnswer>
  /** A client token for the session. */
  clientToken(role?: Role, claims?: Readonly<Record<string, unknown>>): Promise<string>
  /** Lets a client in; what it is told gathers in the result. */
  enter(connection: string, role?: Role): readonly Told[]
  /** What a client says, and how that was answered. */
  say(from: string, message: Message): Answer
}

export interface RestAnswer {
  readonly status: number
  // A test reads what it expects to be there.
  readonly body: Record<string, unknown>
}

export interface Told extends Raptor {
  readonly from: string
}

/** `differing` changes how the session was created; the clock stands at 2026-11-23 12:00 UTC. */
export function restStage(differing: Partial<SessionDetails> = {}): RestStage {
  const start = Date.UTC(2026, 10, 23, 12)
  const clock = createFakeClock(start)
  const callbacks: Callback[] = []
  const notify: PlatformOptions['notify'] = (_, callback) => void callbacks.push(callback)
  const { app, platform } = testApp({ clock, notify })
  const details = { key: apiKey, mediaMode: 'routed', archiveMode: 'manual', e2ee: false } as const
  const made = { ...details, createdAt: start, ...differing }
  const { id: sessionId } = platform.create({ ...made, id: makeSessionId(made) })

  const send = async (method: string, path: string, { token, body }: Sending) => {
    const response = await app.request(`http://localhost:4848${path}`, {
      method,
      headers: { 'x-opentok-auth': token, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return answerIn(response)
  }
  const seconds = () => Math.floor(clock.now() / 1000)
  const life = () => ({ iat: seconds(), exp: seconds() + 60 })

  const say = (from: string, message: Message): Answer => {
    let answer: Answer | undefined
    const reply = (given: Answer) => {
      answer = given
    }
    platform.dispatch(sessionId, { from, message, reply })
    if (answer === undefined) throw new Error(`${message.type} was not answered`)
    return answer
  }

  return {
    platform,
    clock,
    sessionId,
    callbacks,
    say,
    clientToken: async (role = 'publisher', claims = {}) =>
      restToken({ ...life(), scope: 'session.connect', session_id: sessionId, role, ...claims }),
    request: async (method, path, body) => {
      const below = path.replace(':session', sessionId)
      return send(method, `/v2/project/${apiKey}${below}`, { token: await restToken(life()), body })
    },
    administer: async (method, path, body) => {
      const token = await restToken({ iss: accountKey, ist: 'account', ...life() })
      return send(method, path, { token, body })
    },
    visit: async (url) => answerIn(await app.request(url)),
    enter: (connection, role = 'publisher') => {
      const told: Told[] = []
      platform.switchboard.plug(sessionId, connection, {
        push: (from, message) => {
          const known = Object.hasOwn(platformMessages, platformMessageOf(message))
          if (!known) throw new Error(`${platformMessageOf(message)} is not in the README`)
          told.push({ from, ...message })
        },
        hangUp: () => undefined,
      })
      say(connection, joining(role))
      return told
    },
  }
}

async function answerIn(response: Response): Promise<RestAnswer> {
  const text = await response.text()
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) }
}

interface Sending {
  readonly token: string
  readonly body: unknown
}
