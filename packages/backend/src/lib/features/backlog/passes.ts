import { BackendError } from '../../problem/backend-error.ts'
import type { Secret } from '../../secrets/derived-key.ts'
import { createSeal } from '../../secrets/seal.ts'

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

/** Passes that are signed with a key derived from a secret. Throws TypeError for one that is too short. */
export function createPasses(secret: Secret): Passes {
  const seal = createSeal(secret, 'pass')
  return {
    issue({ room, sessionId, from, name }, expiresIn) {
      const exp = Math.floor(Date.now() / 1000) + expiresIn
      return seal.sign({ room, sid: sessionId, sub: from, name, exp })
    },

    async read(pass, room) {
      const claims = await seal.read(pass)
      if (claims?.room !== room) throw passOver()
      const { sid, sub, name } = claims
      const insider = { room, sessionId: String(sid), from: String(sub) }
      return typeof name === 'string' ? { ...insider, name } : insider
    },
  }
}

export function passOver(): BackendError {
  return new BackendError('pass-invalid', 'Join the room first, or again: the pass is over.')
}
