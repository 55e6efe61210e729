import type { Accounts } from '../platform/accounts.ts'
import type { SessionDetails } from '../session/session.ts'
import { claimsOfJwt, claimsOfT1, judgeClientClaims } from './client-claims.ts'
import type { ClientClaims, Entry } from './client-claims.ts'
import { isSignedBy, issuerOf, readJwt } from './jwt.ts'
import { suspendedMessage } from './suspended.ts'
import { isT1, isT1SignedWith, readT1 } from './t1.ts'
import { accepted, refused } from '../verdict.ts'
import type { Verdict } from '../verdict.ts'

/** Where and when a client token is presented. */
export interface Presented {
  readonly accounts: Accounts
  readonly session: SessionDetails
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** Decides whether a client token of any kind opens that session: T1, project JWT or application JWT. */
export async function verifyClientToken(
  token: string,
  { accounts, session, now }: Presented,
): Promise<Verdict<Entry>> {
  const proven = isT1(token) ? proveT1(token, accounts) : await proveJwt(token, accounts)
  if (!proven.ok) return proven
  if (accounts.get(session.key)?.status === 'SUSPENDED') return refused(suspendedMessage)
  return judgeClientClaims(proven.value, { session, now: now / 1000 })
}

function proveT1(token: string, accounts: Accounts): Verdict<ClientClaims> {
  const t1 = readT1(token)
  if (t1 === undefined) return refused('The T1 token is malformed')
  const account = accounts.get(t1.key)
  if (account?.type !== 'project') return refused(`There is no project ${t1.key}`)
  if (!isT1SignedWith(account.secret, t1)) {
    return refused(`The token was not signed with the secret of project ${t1.key}`)
  }
  return accepted(claimsOfT1(t1.key, t1.data))
}

async function proveJwt(token: string, accounts: Accounts): Promise<Verdict<ClientClaims>> {
  const payload = readJwt(token)
  if (payload === undefined) return refused('The token is malformed: it is neither T1 nor a JWT')
  const key = issuerOf(payload)
  const account = key === undefined ? undefined : accounts.get(key)
  if (account === undefined)
    return refused(`There is no project or application ${key ?? ''}`.trim())
  if (!(await isSignedBy(account, token))) {
    return refused(`The token was not signed with the key of ${account.type} ${account.key}`)
  }
  return accepted(claimsOfJwt(account.key, payload))
}
