import { createHmac } from 'node:crypto'

/** What a client says to a TURN server to be let in. */
export interface TurnCredentials {
  readonly username: string
  readonly credential: string
}

/** Whom credentials are for, and when they are asked for. */
export interface TurnVisitor {
  /** An id of the client, so that a TURN server's log tells clients apart. */
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** How long credentials are good for, in seconds: a day. */
export const credentialsLifetime = 24 * 60 * 60

/**
 * Credentials that a TURN server with the same secret checks by itself: it looks at the time in the user name and
 * computes the rest (draft-uberti-behave-turn-rest, section 2.2).
 */
export function turnCredentials(secret: string, { id, now }: TurnVisitor): TurnCredentials {
  const username = `${Math.floor(now / 1000) + credentialsLifetime}:${printable(id)}`
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') }
}

/** The id comes from a header, and anything could be in it. */
function printable(id: string): string {
  return /^[\w-]{1,64}$/.test(id) ? id : 'client'
}
