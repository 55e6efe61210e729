import { createHash } from 'node:crypto'
import { verifyClientToken } from '../auth/client-token.ts'
import type { Platform } from '../platform/platform.ts'
import type { Join } from '../session/message.ts'
import type { Answer } from '../session/outcome.ts'
import type { JsonObject } from '../wire/json.ts'

/** A client's wish to be let into a session as that connection. */
export interface Applicant {
  readonly key: string
  readonly sessionId: string
  readonly connectionId: string
  readonly token: string
  readonly content: JsonObject
}

/** The message that lets the client in, or the answer that turns it away. */
export type Admission = Join | Answer

// No dot, so that nobody can pass for the platform, whose addresses begin with `symphony.`.
const connectionIds = /^[\w-]{1,128}$/

/** Checks who asks to be let in, once more: a client made by hand may have skipped the session info. */
export async function admit(
  platform: Platform,
  { key, sessionId, connectionId, token, content }: Applicant,
  { now }: { readonly now: number },
): Promise<Admission> {
  const session = platform.find(sessionId)
  if (session === undefined || session.key !== key) return turnAway(404, 'There is no such session')
  if (!connectionIds.test(connectionId)) {
    return turnAway(400, 'A connection id is 1 to 128 letters, digits, _ and -')
  }
  const { accounts } = platform
  const at = session.connections.get(connectionId)?.createdAt ?? now
  const verdict = await verifyClientToken(token, { accounts, session, now: at })
  if (!verdict.ok) return turnAway(403, verdict.message)
  const suppressesConnections = content['connectionEventsSuppressed'] === true
  const { capabilities } = content
  const migrates = Array.isArray(capabilities) && capabilities.includes('migrate')
  const ticket = createHash('sha256').update(token).digest('base64url')
  return { type: 'join', ...verdict.value, suppressesConnections, migrates, ticket }
}

function turnAway(status: number, reason: string): Answer {
  return { type: 'answer', status, body: { reason } }
}
