import { refusal } from './refusal.ts'
import { askSession } from '../platform/ask.ts'
import type { Message } from '../session/message.ts'
import type { Answer } from '../session/outcome.ts'
import type { Session } from '../session/session.ts'
import type { JsonObject } from '../wire/json.ts'
import type { Call } from './endpoint.ts'

/** The session of that id, if the caller owns it. */
export function ownSession({ platform, account }: Call, sessionId: string): Session | undefined {
  const session = platform.find(sessionId)
  return session?.key === account.key ? session : undefined
}

/** Every session of the caller. */
export function sessionsOf({ platform, account }: Call): readonly Session[] {
  return platform.list().filter(({ key }) => key === account.key)
}

/** The session of the caller that has something. */
export function findOwned(call: Call, has: (session: Session) => boolean): Session | undefined {
  return sessionsOf(call).find(has)
}

/** Asks a session of the caller for something, in the name of the platform. */
export function ask(call: Call, sessionId: string, message: Message): Answer {
  if (ownSession(call, sessionId) !== undefined) {
    return askSession(call.platform, sessionId, message)
  }
  return { type: 'answer', status: 404, body: { reason: noSession } }
}

/** What a session answered, as HTTP: `success` writes what it accepted. */
export function respond(
  { status, body = {} }: Answer,
  success: (body: JsonObject) => Response,
): Response {
  if (status < 300) return success(body)
  const { reason, code } = body
  return refusal(status, {
    message: typeof reason === 'string' ? reason : 'The request was refused',
    ...(typeof code === 'number' && { code }),
  })
}

/** The refusal for a session that is not there, or somebody else's. */
export function sessionNotFound(): Response {
  return refusal(404, { message: noSession })
}

const noSession = 'There is no such session'
