import { roles } from './token-grant.ts'
import { refusedToken } from './token-verdict.ts'
import type { TokenVerdict } from './token-verdict.ts'

/** What a token that is signed says, whichever kind it is. */
export interface SignedClaims {
  readonly account: unknown
  readonly scope: unknown
  readonly sessionId: unknown
  readonly role: unknown
  readonly data: unknown
  readonly layoutClasses: unknown
  readonly issuedAt: unknown
  readonly expiresAt: unknown
}

/** What it is held against. */
export interface Expected {
  readonly account: string
  /** Any session of the account when absent. */
  readonly sessionId: string | undefined
  /** Seconds since 1970. */
  readonly now: number
}

const day = 86_400
// npm `opentok` rounds the time of issue up.
const rounding = 1

/** Decides whether a token whose signature is proven admits somebody. */
export function judgeClaims(claims: SignedClaims, expected: Expected): TokenVerdict {
  const { sessionId, data, issuedAt } = claims
  // Old tokens leave both out: the platform then takes a publisher, and a day from the time of issue.
  const role = claims.role ?? 'publisher'
  const expiresAt = claims.expiresAt ?? (isSeconds(issuedAt) ? issuedAt + day : undefined)
  const known = roles.find((candidate) => candidate === role)

  if (typeof sessionId !== 'string' || known === undefined) return refusedToken('malformed')
  if (!isSeconds(expiresAt)) return refusedToken('malformed')
  if (issuedAt !== undefined && !isSeconds(issuedAt)) return refusedToken('malformed')
  if (data !== undefined && typeof data !== 'string') return refusedToken('malformed')
  if (claims.account !== expected.account) return refusedToken('other-account')
  if (claims.scope !== 'session.connect') return refusedToken('other-kind')
  if (sessionId !== (expected.sessionId ?? sessionId)) return refusedToken('other-session')
  if (issuedAt !== undefined && issuedAt > expected.now + rounding) return refusedToken('early')
  if (expiresAt <= expected.now) return refusedToken('expired')
  return {
    ok: true,
    sessionId,
    role: known,
    expiresAt,
    initialLayoutClassList: classesIn(claims.layoutClasses),
    ...(issuedAt !== undefined && { issuedAt }),
    ...(data !== undefined && { data }),
  }
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** Joined by spaces; the PHP SDK escapes those as in a URL. */
function classesIn(value: unknown): readonly string[] {
  return typeof value === 'string' ? value.split(/[ +]/).filter((name) => name !== '') : []
}
