import { base64url } from 'jose'
import { fields } from '../fields.ts'
import { derivedKey, secretList } from './derived-key.ts'
import type { KeyUse, Secret } from './derived-key.ts'

/** What a sealed text says; `exp` is in seconds since 1970. */
export type Claims = Readonly<Record<string, unknown>> & { readonly exp: number }

/** Signs texts for one purpose of one tenant, and knows them again. */
export interface Seal {
  sign(claims: Claims): Promise<string>
  /** Undefined unless it is this tenant's, for this purpose, unchanged, and not over. */
  read(text: string): Promise<Claims | undefined>
}

/**
 * Compact JWTs (HS256) with a type and a derived key of their own, so that they pass for nothing else
 * over the same secret. Of several secrets the newest signs and all are taken. Throws TypeError for a
 * secret that is too short.
 */
export function createSeal(secret: Secret, use: KeyUse): Seal {
  // There is one header, compared as a whole: nothing in it is for the sender to choose.
  const header = encoded(JSON.stringify({ alg: 'HS256', typ: `ot-room-${use.purpose}+jwt` }))
  const secrets = secretList(secret)
  const keys = new Map<string, Promise<CryptoKey>>()
  const keyOf = (text: string): Promise<CryptoKey> => {
    const key = keys.get(text) ?? derivedKey(text, use)
    keys.set(text, key)
    return key
  }

  return {
    async sign(claims) {
      const text = `${header}.${encoded(JSON.stringify(claims))}`
      const signature = await crypto.subtle.sign('HMAC', await keyOf(secrets[0]), bytesOf(text))
      return `${text}.${base64url.encode(new Uint8Array(signature))}`
    },

    async read(text) {
      const [head, body = '', tail = '', ...rest] = text.split('.')
      const signature = decoded(tail)
      if (head !== header || signature === undefined || rest.length > 0) return undefined
      for (const each of secrets) {
        const signed = bytesOf(`${head}.${body}`)
        if (await crypto.subtle.verify('HMAC', await keyOf(each), signature, signed)) {
          const claims = fields(JSON.parse(new TextDecoder().decode(base64url.decode(body))))
          const { exp } = claims
          return typeof exp === 'number' && exp * 1000 > Date.now() ? { ...claims, exp } : undefined
        }
      }
      return undefined
    },
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

function encoded(text: string): string {
  return base64url.encode(bytesOf(text))
}

/** Decoders overlook the last bits of a text, so that one signature would have several spellings. */
function decoded(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = new Uint8Array(base64url.decode(text))
    return base64url.encode(bytes) === text ? bytes : undefined
  } catch {
    return undefined
  }
}
