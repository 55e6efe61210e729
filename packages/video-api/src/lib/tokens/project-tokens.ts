import { hmacKey } from '../account/hmac-key.ts'
import type { SignedClaims } from './judge-claims.ts'
import { readSignedT1 } from './signed-t1.ts'
import { jwtClaims } from './token-reader.ts'
import type { TokenReader } from './token-reader.ts'

/** Tokens of an OpenTok project, JWT and T1, signed with one of its secrets. */
export function projectTokens(apiKey: string, secrets: readonly string[]): TokenReader {
  const keys = secrets.map((secret) => {
    return { alg: 'HS256', key: hmacKey(secret, 'SHA-256') } as const
  })
  const t1Keys = secrets.map((secret) => hmacKey(secret, 'SHA-1'))
  return {
    account: apiKey,
    async read(token) {
      if (!token.startsWith('T1==')) return jwtClaims(token, { keys, account: 'iss' })
      const read = await readSignedT1(token, t1Keys)
      return read.type === 'signed' ? t1Claims(read.partnerId, read.fields) : read.type
    },
  }
}

function t1Claims(partnerId: string, fields: URLSearchParams): SignedClaims {
  return {
    account: partnerId,
    // Only some SDKs write it.
    scope: fields.get('scope') ?? 'session.connect',
    sessionId: fields.get('session_id'),
    role: fields.get('role') ?? undefined,
    data: fields.get('connection_data') ?? undefined,
    layoutClasses: fields.get('initial_layout_class_list'),
    issuedAt: seconds(fields.get('create_time')),
    expiresAt: seconds(fields.get('expire_time')),
  }
}

function seconds(text: string | null): number | undefined {
  return text !== null && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}
