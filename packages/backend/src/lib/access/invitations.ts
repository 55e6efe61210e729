import type { Role } from '@ot-room/video-api'
import { canonicalRoomName } from '../rooms/room-name.ts'
import type { Secret } from '../secrets/derived-key.ts'
import { createSeal } from '../secrets/seal.ts'
import { act } from '../store/act.ts'
import type { Store } from '../store/store.ts'
import { bearer, textInBody } from './bearer.ts'
import type { Authorize, Decision } from './decision.ts'

const longest = 400 * 86_400

/** What an invitation says. */
export interface InvitationOptions {
  /** Default `publisher`. */
  readonly role?: Role
  /** The guest's name; an invitation with a name is for one person, one without for whoever has it. */
  readonly name?: string
  /** Seconds, 60 to 34560000 (400 days), default 604800 (a week). */
  readonly expiresIn?: number
}

/** Links that let people into one room. */
export interface Invitations {
  /** Makes the text that goes into a link, best behind its `#`, where servers and logs do not see it. */
  create(room: string, options?: InvitationOptions): Promise<string>
  /** Takes an invitation back; who is in the room already stays. */
  revoke(invitation: string): Promise<void>
  /** The rule for those who have one: in the body as `invitation`, or as `Authorization: Bearer`. */
  readonly authorize: Authorize
}

/**
 * Invitations that are signed with a key derived from a secret, for the tenant of the store and no other. Of
 * several secrets the newest signs and all are taken. Throws TypeError for a secret that is too short.
 */
export function invitations(secret: Secret, { store }: { readonly store: Store }): Invitations {
  const seal = createSeal(secret, { purpose: 'invitation', scope: store.scope })

  return {
    async create(room, { role = 'publisher', name, expiresIn = 604_800 } = {}) {
      if (!Number.isInteger(expiresIn) || expiresIn < 60 || expiresIn > longest) {
        throw new TypeError(`expiresIn is a whole number of seconds from 60 to ${longest}.`)
      }
      return seal.sign({
        room: canonicalRoomName(room),
        role,
        name: name || undefined,
        jti: crypto.randomUUID(),
        exp: Math.floor(Date.now() / 1000) + expiresIn,
      })
    },

    async revoke(invitation) {
      const claims = await seal.read(invitation)
      // What is not valid any more lets nobody in.
      if (claims === undefined) return
      const lastsMs = claims.exp * 1000 - Date.now() + 60_000
      await act(store, revokedKey(String(claims.jti)), () => ({
        outcome: undefined,
        put: { state: true, lastsMs },
      }))
    },

    async authorize(request, room): Promise<Decision> {
      const invitation = bearer(request) ?? (await textInBody(request, 'invitation'))
      if (invitation === undefined) {
        return { allow: false, status: 401, reason: 'This room takes an invitation.' }
      }
      const claims = await seal.read(invitation)
      const refused = {
        allow: false,
        reason: 'This invitation is not valid for this room.',
      } as const
      if (claims?.room !== room) return refused
      const { role, name } = claims
      const jti = String(claims.jti)
      if ((await store.read(revokedKey(jti))).value !== undefined) return refused
      // Whoever reads this answer checks the role; the signature only says that it is ours.
      const personal = typeof name === 'string' ? { name, id: `invitation ${jti}` } : {}
      return { allow: true, role: role as Role, ...personal }
    },
  }
}

function revokedKey(jti: string): string {
  return `revoked/${jti}`
}
