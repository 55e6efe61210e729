import { base64url } from 'jose'
import { derivedKey, secretList } from '../secrets/derived-key.ts'
import type { Secret } from '../secrets/derived-key.ts'

/** Makes the id by which the others in a room may know a visitor. */
export type VisitorId = (room: string, identity: string | undefined) => Promise<string>

/**
 * Ids that say nothing about who somebody is, differ from room to room, and stay the same for the
 * same person. Somebody of whom nothing is known gets a new one each time, and so does everybody
 * where there is no secret.
 */
export function visitorIds(secret: Secret | undefined): VisitorId {
  if (secret === undefined) return async () => crypto.randomUUID()
  // Of several, the oldest: an id must not change while people are in the room.
  const eldest = secretList(secret).at(-1) ?? ''
  let key: Promise<CryptoKey> | undefined
  return async (room, identity) => {
    if (identity === undefined) return crypto.randomUUID()
    key ??= derivedKey(eldest, 'visitor id')
    const message = new TextEncoder().encode(JSON.stringify([room, identity]))
    const digest = await crypto.subtle.sign('HMAC', await key, message)
    return base64url.encode(new Uint8Array(digest).slice(0, 16))
  }
}
