import type { Session } from '../session.ts'

/** Why a session cannot be taken up by the platform, in the manner of HTTP. */
export interface Obstacle {
  readonly status: number
  readonly reason: string
  /** The platform's number for it, where it has one. */
  readonly code?: number
}

/** The platform's number for an archive of a session without the media router, as integrators report it. */
const archiveOfRelayed = 15_008

/** What keeps the platform from composing that session; `undefined` when nothing does. */
export function obstacleTo(
  { mediaMode, e2ee, connections }: Session,
  what: 'archived' | 'broadcast',
): Obstacle | undefined {
  if (mediaMode === 'relayed') {
    const reason = `Only a routed session can be ${what}`
    return { status: 409, reason, ...(what === 'archived' && { code: archiveOfRelayed }) }
  }
  if (e2ee) {
    return { status: 409, reason: `A session encrypted end to end cannot be ${what}` }
  }
  if (connections.size === 0) {
    return { status: 404, reason: `Nobody is connected to the session to be ${what}` }
  }
  return undefined
}
