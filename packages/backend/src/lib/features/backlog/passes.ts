import type { Role } from '@ot-room/video-api'
import { BackendError } from '../../problem/backend-error.ts'
import type { Secret } from '../../secrets/derived-key.ts'
import { createSeal } from '../../secrets/seal.ts'
import type { Insider } from '../../visit/visit.ts'

/** Somebody who was let into a meeting, as their pass says. */
export interface PassHolder extends Insider {
  /** Whether the site's rule knew them: then the pass is theirs alone. */
  readonly isMember: boolean
  readonly role: Role
  /** The name that others see. */
  readonly name?: string
  /** When the pass was made, in milliseconds since 1970. */
  readonly since: number
}

/** Texts by which those who were let in are known again. */
export interface Passes {
  /** Makes a pass that ends after so many seconds. */
  issue(holder: Omit<PassHolder, 'since'>, expiresIn: number): Promise<string>
  /** Reads a pass; throws BackendError `pass-invalid` unless this tenant made it for this room, and it has not expired. */
  read(pass: string, room: string): Promise<PassHolder>
}

/** Passes that are signed with a key derived from a secret. Throws TypeError for one that is too short. */
export function createPasses(secret: Secret, scope: string | undefined): Passes {
  const seal = createSeal(secret, { purpose: 'pass', scope })
  return {
    issue({ room, sessionId, visitor, banKey, isMember, role, name }, expiresIn) {
      const since = Date.now()
      const exp = Math.floor(since / 1000) + expiresIn
      const who = { sub: visitor, ban: banKey, mem: isMember, role, name }
      return seal.sign({ room, sid: sessionId, ...who, since, exp })
    },

    async read(pass, room) {
      const claims = await seal.read(pass)
      if (claims?.room !== room) throw passExpired()
      const { sid, sub, ban, mem, role, name, since } = claims
      return {
        room,
        sessionId: String(sid),
        visitor: String(sub),
        banKey: typeof ban === 'string' ? ban : undefined,
        isMember: mem === true,
        // It is signed, so it is one of the roles.
        role: String(role) as Role,
        since: Number(since),
        ...(typeof name === 'string' && { name }),
      }
    },
  }
}

export function passExpired(): BackendError {
  return new BackendError('pass-invalid', 'Your pass has expired. Join the room again.')
}
