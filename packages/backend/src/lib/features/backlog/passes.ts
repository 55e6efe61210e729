import { jwtVerify, SignJWT } from 'jose'
import { verified } from '../../access/signed-in.ts'
import { BackendError } from '../../problem/backend-error.ts'
import { derivedKey, secretList } from '../../secrets/derived-key.ts'
import type { Secret } from '../../secrets/derived-key.ts'

const type = 'ot-room-pass+jwt'

/** Somebody who was let into a session of a room. */
export interface Insider {
  readonly room: string
  readonly sessionId: string
  /** What others know them by in this room. */
  readonly from: string
  readonly name?: string
}

/** Texts by which those who were let in are known again. */
export interface Passes {
  /** Makes a pass that ends after so many seconds. */
  issue(insider: Insider, expiresIn: number): Promise<string>
  /** Reads a pass; throws BackendError `pass-invalid` unless it is ours, for this room, and not over. */
  read(pass: string, room: string): Promise<Insider>
}

/**
 * Passes that are signed with a key derived from a secret. Of several secrets the newest signs and
 * all are taken. Throws TypeError for a secret that is too short.
 */
export function createPasses(secret: Secret): Passes {
  const keys = secretList(secret).map((text) => {
    let key: Promise<CryptoKey> | undefined
    return () => (key ??= derivedKey(text, 'pass'))
  })
  const [newest] = keys

  async function claimsOf(pass: string) {
    for (const key of keys) {
      const claims = await verified(async () =>
        jwtVerify(pass, await key(), {
          typ: type,
          algorithms: ['HS256'],
          requiredClaims: ['exp', 'sub', 'room', 'sid'],
        }),
      )
      if (claims !== undefined) return claims
    }
    return undefined
  }

  return {
    async issue({ room, sessionId, from, name }, expiresIn) {
      if (newest === undefined) throw new TypeError('Passes need a secret.')
      return new SignJWT({ room, sid: sessionId, ...(name !== undefined && { name }) })
        .setProtectedHeader({ alg: 'HS256', typ: type })
        .setSubject(from)
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
        .sign(await newest())
    },

    async read(pass, room) {
      const claims = await claimsOf(pass)
      if (claims === undefined || claims.room !== room) throw passOver()
      const { sid, sub = '', name } = claims
      return {
        room,
        sessionId: String(sid),
        from: sub,
        ...(typeof name === 'string' && { name }),
      }
    },
  }
}

export function passOver(): BackendError {
  return new BackendError('pass-invalid', 'Join the room first, or again: the pass is over.')
}
