import type { JWTPayload } from 'jose'
import type { Account, Accounts } from '../platform/accounts.ts'
import { aheadMessage, isAhead, readSeconds } from './clock.ts'
import { isSignedBy, issuerOf, readJwt } from './jwt.ts'
import { suspendedMessage } from './suspended.ts'
import { accepted, refused } from '../verdict.ts'
import type { Refused, Verdict } from '../verdict.ts'

/** The token of a REST request: official SDKs send either header with either kind of token. */
export function restTokenOf(headers: Headers): string | undefined {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')
  return headers.get('x-opentok-auth') ?? bearer?.[1]
}

/** Decides whose REST request this is. Refusals begin with the platform's own words. */
export async function verifyRestToken(
  token: string | undefined,
  { accounts, now }: { readonly accounts: Accounts; readonly now: number },
): Promise<Verdict<Account>> {
  const payload = token === undefined ? undefined : readJwt(token)
  if (token === undefined || payload === undefined) {
    return noAuthentication('Send a JWT in X-OPENTOK-AUTH, or as Authorization: Bearer')
  }
  const account = accounts.get(issuerOf(payload) ?? '')
  if (account === undefined)
    return refused('Issuer not found', 'Check the API key or application id')
  if (!(await isSignedBy(account, token))) {
    return refused('Invalid signature', 'Check the API secret or the private key')
  }
  return judgeRestClaims(payload, { account, now: now / 1000 }) ?? accepted(account)
}

/** What speaks against the claims of a proven REST token; `now` is in seconds. */
export function judgeRestClaims(
  claims: JWTPayload,
  { account, now }: { readonly account: Account; readonly now: number },
): Refused | undefined {
  if (claims['scope'] !== undefined || claims['session_id'] !== undefined) {
    return noAuthentication('A client token does not open the REST API')
  }
  const ist = issuerTypes[account.type]
  if (ist !== undefined && claims['ist'] !== ist) {
    return noAuthentication(`The token needs the claim ist with the value ${ist}`)
  }
  if (account.status === 'SUSPENDED') return refused(suspendedMessage)
  const issuedAt = readSeconds(claims.iat)
  const expiresAt = readSeconds(claims.exp)
  if (issuedAt === undefined || expiresAt === undefined) {
    return noAuthentication('The token needs iat and exp in seconds')
  }
  if (isAhead(issuedAt, now)) return refused(aheadMessage, 'Check the clock of the sender')
  if (expiresAt <= now) return refused('Token has expired', 'Make a new token for every request')
  return undefined
}

/** What the claim `ist` of a token says; applications have no such claim. */
const issuerTypes: Readonly<Record<Account['type'], string | undefined>> = {
  project: 'project',
  application: undefined,
  administrator: 'account',
}

function noAuthentication(description: string): Refused {
  return refused('No suitable authentication found', description)
}
