import { base64url } from 'jose'
import { derivedKey, secretList } from '../secrets/derived-key.ts'
import type { Secret } from '../secrets/derived-key.ts'

/** Makes the id by which hosts may know a visitor; undefined if nothing is known of who that is. */
export type VisitorIds = (room: string, identity: string | undefined) => Promise<string | undefined>

/**
 * Ids that say nothing about who somebody is, differ from room to room, and stay the same for the
 * same person: by the `id` of the site's rule or, without one, by the address. Of several secrets the
 * oldest makes them, since an id must not change while people are in a room.
 */
export function visitorIds(secret: Secret): VisitorIds {
  const eldest = secretList(secret).at(-1) ?? ''
  let key: Promise<CryptoKey> | undefined
  return async (room, identity) => {
    if (identity === undefined) return undefined
    key ??= derivedKey(eldest, 'visitor id')
    const message = new TextEncoder().encode(JSON.stringify([room, identity]))
    const digest = await crypto.subtle.sign('HMAC', await key, message)
    return base64url.encode(new Uint8Array(digest).slice(0, 16))
  }
}
