import { base64url } from 'jose'
import { derivedCipher, derivedKey, secretList } from '../secrets/derived-key.ts'
import type { Secret } from '../secrets/derived-key.ts'
import { networkOf } from '../visit/network.ts'

/** The room, and the tenant whose room it is. */
export interface IdPlace {
  readonly scope: string | undefined
  readonly room: string
}

/** Makes the ids by which hosts may name a visitor, and says what a ban of one goes by. */
export interface VisitorIds {
  /** The id of somebody whom the site's rule knows: the same whenever they come, another in each room and tenant. */
  member(place: IdPlace, id: string): Promise<string>
  /** What bans know the network of an address by, in this room; it is never shown. */
  network(place: IdPlace, address: string): Promise<string>
  /** An id for one join of somebody of whom at most the network is known. Nobody but this backend can tell which. */
  stranger(place: IdPlace, networkKey: string | undefined): Promise<string>
  /** What a ban of an id goes by: the member or the network; undefined for an id of which neither is known. */
  banKey(place: IdPlace, visitor: string): Promise<string | undefined>
}

/** Characters of an id that is 16 bytes. */
const memberLength = 22

/**
 * Ids that say nothing about who somebody is. Of several secrets the oldest makes them, since an id must not
 * change while people are in a room. Throws TypeError for a secret that is too short.
 */
export function visitorIds(secret: Secret): VisitorIds {
  const eldest = secretList(secret).at(-1) ?? ''
  const keys = new Map<string, Promise<CryptoKey>>()

  function once(name: string, make: () => Promise<CryptoKey>): Promise<CryptoKey> {
    const key = keys.get(name) ?? make()
    keys.set(name, key)
    return key
  }

  async function digest(
    { scope, room }: IdPlace,
    { purpose, text }: { readonly purpose: string; readonly text: string },
  ): Promise<string> {
    const key = await once(`${scope}${purpose}`, () => derivedKey(eldest, { purpose, scope }))
    const message = new TextEncoder().encode(JSON.stringify([room, text]))
    const whole = await crypto.subtle.sign('HMAC', key, message)
    return base64url.encode(new Uint8Array(whole).slice(0, 16))
  }

  const cipher = ({ scope }: IdPlace): Promise<CryptoKey> =>
    once(`${scope}stranger`, () => derivedCipher(eldest, { purpose: 'stranger', scope }))

  return {
    member: (place, id) => digest(place, { purpose: 'visitor id', text: id }),
    network: (place, address) => digest(place, { purpose: 'network', text: networkOf(address) }),

    async stranger(place, networkKey) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const plain = base64url.decode(networkKey ?? '') as Uint8Array<ArrayBuffer>
      const sealed = await crypto.subtle.encrypt(paramsOf(place, iv), await cipher(place), plain)
      return base64url.encode(new Uint8Array([...iv, ...new Uint8Array(sealed)]))
    },

    async banKey(place, visitor) {
      if (visitor.length === memberLength) return visitor
      try {
        const bytes = base64url.decode(visitor) as Uint8Array<ArrayBuffer>
        const params = paramsOf(place, bytes.slice(0, 12))
        const plain = await crypto.subtle.decrypt(params, await cipher(place), bytes.slice(12))
        return plain.byteLength === 0 ? undefined : base64url.encode(new Uint8Array(plain))
      } catch {
        // Not an id of this room: of no use for a ban.
        return undefined
      }
    },
  }
}

function paramsOf({ room }: IdPlace, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(room) }
}
