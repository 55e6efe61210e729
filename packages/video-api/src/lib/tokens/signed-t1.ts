import { constantTimeEqual } from './constant-time.ts'
import { encodeT1Data } from './t1.ts'

/** A T1 token that is signed, taken apart. */
export type SignedT1 =
  | { readonly type: 'signed'; readonly partnerId: string; readonly fields: URLSearchParams }
  | { readonly type: 'malformed' }
  | { readonly type: 'forged' }

/**
 * Reads a T1 token if one of the keys, for HMAC-SHA1, signed it; nothing of its fields is judged. Their order is
 * free: that of the Node, PHP and Python SDKs differs.
 */
export async function readSignedT1(
  token: string,
  keys: readonly Promise<CryptoKey>[],
): Promise<SignedT1> {
  const text = decoded(token.slice('T1=='.length))
  const parts = /^partner_id=(\d+)&sig=([\da-f]{40}):(.*)$/s.exec(text ?? '')
  if (parts === null) return { type: 'malformed' }
  const [, partnerId = '', , data = ''] = parts
  for (const key of keys) {
    if (constantTimeEqual(token, await encodeT1Data(data, { apiKey: partnerId, key }))) {
      return { type: 'signed', partnerId, fields: new URLSearchParams(data) }
    }
  }
  return { type: 'forged' }
}

function decoded(base64: string): string | undefined {
  try {
    return atob(base64)
  } catch {
    return undefined
  }
}
