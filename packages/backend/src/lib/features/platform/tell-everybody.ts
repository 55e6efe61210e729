import type { VideoApi } from '@ot-room/video-api'
import { VideoError } from '@ot-room/video-api'
import type { Place } from '../feature.ts'

/** A signal of the backend to everybody in a session. */
export interface Telling {
  readonly sessionId: string
  readonly type: string
  readonly data: string
}

/**
 * Sends a signal to everybody in a session. Never rejects: what it tells of is done already. A failure is logged, but for
 * a session that nobody is connected to.
 */
export async function tellEverybody(
  { log }: Pick<Place, 'log'>,
  { signals }: Pick<VideoApi, 'signals'>,
  { sessionId, type, data }: Telling,
): Promise<void> {
  try {
    await signals.send(sessionId, { type, data })
  } catch (cause) {
    if (cause instanceof VideoError && cause.code === 'not-found') return
    log({ event: 'signal-failed', type, cause, traceId: '0'.repeat(32) })
  }
}
