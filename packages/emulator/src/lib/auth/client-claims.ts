import type { JWTPayload } from 'jose'
import { isRole } from '../session/roles.ts'
import type { Role } from '../session/roles.ts'
import type { SessionDetails } from '../session/session.ts'
import { aheadMessage, isAhead, readSeconds } from './clock.ts'
import { accepted, refused } from '../verdict.ts'
import type { Verdict } from '../verdict.ts'

/** What a client token says, whichever kind it is; nothing of it is checked yet. */
export interface ClientClaims {
  readonly key: string
  readonly scope: unknown
  readonly sessionId: unknown
  readonly role: unknown
  readonly data: unknown
  readonly layoutClasses: unknown
  /** Seconds since the epoch. */
  readonly issuedAt: unknown
  /** Seconds since the epoch. */
  readonly expiresAt: unknown
}

/** What a good token entitles its bearer to. */
export interface Entry {
  readonly role: Role
  readonly data: string
  readonly layoutClasses: readonly string[]
}

const aDay = 24 * 60 * 60

/** What the platform allows, and a little for the clocks of others. */
const longestLife = 30 * aDay + 60

export function claimsOfJwt(key: string, payload: JWTPayload): ClientClaims {
  return {
    key,
    scope: payload['scope'],
    sessionId: payload['session_id'],
    role: payload['role'] ?? undefined,
    data: payload['connection_data'] ?? undefined,
    layoutClasses: payload['initial_layout_class_list'],
    issuedAt: payload.iat,
    // `exp` may be the short life of the JWT itself; `expire_time` is what the app asked for.
    expiresAt: numeric(payload['expire_time'] ?? payload.exp),
  }
}

/** Numbers travel as text in a T1 token, and its scope may be left out. */
export function claimsOfT1(key: string, data: string): ClientClaims {
  const query = new URLSearchParams(data)
  return {
    key,
    scope: query.get('scope') ?? 'session.connect',
    sessionId: query.get('session_id'),
    role: query.get('role') || undefined,
    data: query.get('connection_data') ?? undefined,
    layoutClasses: query.get('initial_layout_class_list'),
    issuedAt: numeric(query.get('create_time') ?? undefined),
    expiresAt: numeric(query.get('expire_time') || undefined),
  }
}

/** Decides whether a token whose signature is proven opens that session. `now` is in seconds. */
export function judgeClientClaims(
  claims: ClientClaims,
  { session, now }: { readonly session: SessionDetails; readonly now: number },
): Verdict<Entry> {
  const { scope, role = 'publisher', data = '' } = claims
  if (typeof scope !== 'string' || !scope.split(' ').includes('session.connect')) {
    return refused('The token is not a client token: its scope is not session.connect')
  }
  if (claims.key !== session.key) {
    return refused(`The token was made for ${claims.key}, the session belongs to ${session.key}`)
  }
  if (claims.sessionId !== session.id) return refused('The token was made for another session')
  if (!isRole(role)) return refused('The token has a role that does not exist')
  if (typeof data !== 'string') return refused('The connection data of the token is not a string')

  const issuedAt = readSeconds(claims.issuedAt)
  if (claims.issuedAt !== undefined && issuedAt === undefined) {
    return refused('The time of issue of the token is not a number of seconds')
  }
  if (issuedAt !== undefined && isAhead(issuedAt, now)) return refused(aheadMessage)

  const expiresAt = readSeconds(
    claims.expiresAt ?? (issuedAt === undefined ? NaN : issuedAt + aDay),
  )
  if (expiresAt === undefined) return refused('The token does not say when it expires')
  if (!Number.isInteger(expiresAt)) return refused('The token expires in a fraction of a second')
  if (expiresAt <= now) return refused('The token has expired')
  if (expiresAt - (issuedAt ?? now) > longestLife) {
    return refused(
      'The token lasts longer than 30 days; its end is in seconds, not in milliseconds',
    )
  }
  return accepted({ role, data, layoutClasses: readLayoutClasses(claims.layoutClasses) })
}

/** SDKs join them by spaces; the PHP SDK escapes those as in a URL. */
function readLayoutClasses(value: unknown): readonly string[] {
  if (typeof value !== 'string') return []
  return value.split(/[ +]/).filter((name) => name !== '')
}

function numeric(value: unknown): unknown {
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value
}
