import type { Session } from '../session.ts'

/** Why a session cannot be taken up by the platform, in the manner of HTTP. */
export interface Obstacle {
  readonly status: number
  readonly reason: string
}

/** What keeps the platform from composing that session; `undefined` when nothing does. */
export function obstacleTo(
  { mediaMode, e2ee, connections }: Session,
  what: 'archived' | 'broadcast',
): Obstacle | undefined {
  if (mediaMode === 'relayed') {
    return { status: 409, reason: `Only a routed session can be ${what}` }
  }
  if (e2ee) {
    return { status: 409, reason: `A session encrypted end to end cannot be ${what}` }
  }
  if (connections.size === 0) {
    return { status: 404, reason: `Nobody is connected to the session to be ${what}` }
  }
  return undefined
}
