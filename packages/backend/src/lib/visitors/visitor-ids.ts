import { base64url } from 'jose'
import { BackendError } from '../problem/backend-error.ts'
import { derivedCipher, derivedKey, secretList } from '../secrets/derived-key.ts'
import type { Secret } from '../secrets/derived-key.ts'
import { networkOf } from '../visit/network.ts'

/** Who somebody is in a room, as far as anybody knows. */
export interface Identity {
  /** The opaque id of somebody whom the site's rule knows: the same whenever they come, another in each room and tenant. */
  readonly member: string | undefined
  /** What limits and bans go by: the member, or the network of a stranger. It is never shown. */
  readonly banKey: string | undefined
}

/** Makes the ids by which hosts may name visitors, and says what a ban of one goes by. */
export interface VisitorIds {
  recognize(known: {
    readonly room: string
    /** The id of the site's rule. */
    readonly id: string | undefined
    readonly address: string | undefined
  }): Promise<Identity>
  /** The id that others see: a member's or, for a stranger, another at each join, which nobody but this backend can read. */
  shown(room: string, identity: Identity): Promise<string>
  /** What a ban of a shown id goes by; throws BackendError `conflict` for somebody who cannot be known again. */
  banKey(room: string, shown: string): Promise<string>
}

/** Characters of an id that is 16 bytes. */
const memberLength = 22

/**
 * Ids that say nothing about who somebody is, for the tenant that the backend will name. Of several secrets the
 * oldest makes them, since an id must not change while people are in a room. Throws TypeError for a secret that
 * is too short.
 */
export function visitorIds(secret: Secret): (scope: string | undefined) => VisitorIds {
  const eldest = secretList(secret).at(-1) ?? ''
  return (scope) => idsWith(eldest, scope)
}

function idsWith(secret: string, scope: string | undefined): VisitorIds {
  const keys = new Map<string, Promise<CryptoKey>>()

  function once(name: string, make: () => Promise<CryptoKey>): Promise<CryptoKey> {
    const key = keys.get(name) ?? make()
    keys.set(name, key)
    return key
  }

  async function digest(
    purpose: string,
    { room, text }: { readonly room: string; readonly text: string },
  ): Promise<string> {
    const key = await once(purpose, () => derivedKey(secret, { purpose, scope }))
    const message = new TextEncoder().encode(JSON.stringify([room, text]))
    const whole = await crypto.subtle.sign('HMAC', key, message)
    return base64url.encode(new Uint8Array(whole).slice(0, 16))
  }

  const cipher = (): Promise<CryptoKey> =>
    once('stranger', () => derivedCipher(secret, { purpose: 'stranger', scope }))

  async function opened(room: string, shown: string): Promise<string> {
    try {
      const bytes = base64url.decode(shown) as Uint8Array<ArrayBuffer>
      const params = paramsOf(room, bytes.slice(0, 12))
      const plain = await crypto.subtle.decrypt(params, await cipher(), bytes.slice(12))
      return base64url.encode(new Uint8Array(plain))
    } catch {
      // Not an id of this room.
      return ''
    }
  }

  return {
    async recognize({ room, id, address }) {
      if (id !== undefined) {
        const member = await digest('visitor id', { room, text: id })
        return { member, banKey: member }
      }
      if (address === undefined) return { member: undefined, banKey: undefined }
      const banKey = await digest('network', { room, text: networkOf(address) })
      return { member: undefined, banKey }
    },

    async shown(room, { member, banKey }) {
      if (member !== undefined) return member
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const plain = base64url.decode(banKey ?? '') as Uint8Array<ArrayBuffer>
      const sealed = await crypto.subtle.encrypt(paramsOf(room, iv), await cipher(), plain)
      return base64url.encode(new Uint8Array([...iv, ...new Uint8Array(sealed)]))
    },

    async banKey(room, shown) {
      const key = shown.length === memberLength ? shown : await opened(room, shown)
      if (key !== '') return key
      throw new BackendError(
        'conflict',
        'This visitor could not be known again. Remove them, or lock the room.',
      )
    },
  }
}

function paramsOf(room: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(room) }
}
