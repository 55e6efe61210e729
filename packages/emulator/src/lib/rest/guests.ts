import { randomUUID } from 'node:crypto'
import { verifyClientToken } from '../auth/client-token.ts'
import type { Guest } from '../session/guest/guest.ts'
import { permissionsOf } from '../session/roles.ts'
import type { Permission } from '../session/roles.ts'
import { accepted, refused } from '../verdict.ts'
import type { Verdict } from '../verdict.ts'
import type { Session } from '../session/session.ts'
import type { Call } from './endpoint.ts'

/** Reads the client token that brings somebody of the platform's own into a session. */
export async function readGuest(
  { platform }: Call,
  session: Session,
  { token, needs }: { readonly token: string; readonly needs: Permission },
): Promise<Verdict<Guest>> {
  const { accounts, clock } = platform
  const verdict = await verifyClientToken(token, { accounts, session, now: clock.now() })
  if (!verdict.ok) return verdict
  if (!permissionsOf(verdict.value.role).includes(needs)) {
    return refused(`The role ${verdict.value.role} of the token does not allow this`)
  }
  return accepted({ ...verdict.value, connection: randomUUID() })
}
