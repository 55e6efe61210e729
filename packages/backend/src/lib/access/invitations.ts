import { decodeJwt, jwtVerify, SignJWT } from 'jose'
import type { Role } from '@ot-room/video-api'
import { canonicalRoomName } from '../rooms/room-name.ts'
import { derivedKey, secretList } from '../secrets/derived-key.ts'
import type { Secret } from '../secrets/derived-key.ts'
import { act } from '../store/act.ts'
import type { Store } from '../store/store.ts'
import { bearer, textInBody } from './bearer.ts'
import type { Authorize, Decision } from './decision.ts'
import { verified } from './signed-in.ts'

const type = 'ot-room-invitation+jwt'
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
 * Invitations that are signed with a key derived from a secret. Of several secrets the newest signs
 * and all are taken. Throws TypeError for a secret that is too short.
 */
export function invitations(secret: Secret, { store }: { readonly store: Store }): Invitations {
  const keys = secretList(secret).map((text) => () => derivedKey(text, 'invitation'))
  const [newest] = keys

  async function claimsOf(invitation: string) {
    for (const key of keys) {
      const claims = await verified(async () =>
        jwtVerify(invitation, await key(), {
          typ: type,
          algorithms: ['HS256'],
          requiredClaims: ['exp', 'jti', 'room', 'role'],
        }),
      )
      if (claims !== undefined) return claims
    }
    return undefined
  }

  return {
    async create(room, { role = 'publisher', name, expiresIn = 604_800 } = {}) {
      if (!Number.isInteger(expiresIn) || expiresIn < 60 || expiresIn > longest) {
        throw new TypeError(`expiresIn is a whole number of seconds from 60 to ${longest}.`)
      }
      if (newest === undefined) throw new TypeError('invitations needs a secret.')
      return new SignJWT({ room: canonicalRoomName(room), role, ...(name && { name }) })
        .setProtectedHeader({ alg: 'HS256', typ: type })
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
        .setJti(crypto.randomUUID())
        .sign(await newest())
    },

    async revoke(invitation) {
      const { jti = '', exp = 0 } = decodeJwt(invitation)
      const lastsMs = Math.max(1000, exp * 1000 - Date.now() + 60_000)
      await act(store, revokedKey(jti), () => ({
        outcome: undefined,
        put: { state: true, lastsMs },
      }))
    },

    async authorize(request, room): Promise<Decision> {
      const invitation = bearer(request) ?? (await textInBody(request, 'invitation'))
      if (invitation === undefined) {
        return { allow: false, status: 401, reason: 'This room takes an invitation.' }
      }
      const claims = await claimsOf(invitation)
      const refused = {
        allow: false,
        reason: 'This invitation is not valid for this room.',
      } as const
      if (claims?.jti === undefined || claims.room !== room) return refused
      if ((await store.read(revokedKey(claims.jti))).value !== undefined) return refused
      const { jti, role, name } = claims
      // Whoever reads this answer checks the role; the signature only says that it is ours.
      const personal = typeof name === 'string' ? { name, id: `invitation ${jti}` } : {}
      return { allow: true, role: role as Role, ...personal }
    },
  }
}

function revokedKey(jti: string): string {
  return `revoked/${jti}`
}
