import type { VideoApi } from '@ot-room/video-api'
import { quietRoute } from '../../api/route.ts'
import { BackendError } from '../../problem/backend-error.ts'
import { act } from '../../store/act.ts'
import type { Move } from '../../store/act.ts'
import type { FeatureFor } from '../feature.ts'
import { asking, sessionIn } from '../platform/asking.ts'
import { tellEverybody } from '../platform/tell-everybody.ts'
import { startCaptionsOperation, stopCaptionsOperation } from './captions-operations.ts'

/** The platform ends captions by itself after four hours. */
const lastsMs = 4 * 3_600_000

/** What is known of captions that were begun. */
interface Begun {
  readonly id: string
  /** BCP 47. */
  readonly language: string
}

/**
 * Hosts begin and end captions. The platform cannot say which ones run, so they are remembered: joining answers their
 * language as `captions`, and those who are there hear a signal `ot-room-captions` with it, empty when they end.
 */
export function captions(video: Pick<VideoApi, 'captions' | 'signals'>): FeatureFor {
  return (place) => {
    const { rooms, store } = place
    const { generateToken } = place.video
    const tell = (sessionId: string, data: string): Promise<void> =>
      tellEverybody(place, video, { sessionId, type: 'ot-room-captions', data })

    /** What was known until now. */
    const swap = (sessionId: string, then: Pick<Move<Begun, unknown>, 'put'> = {}) =>
      act(
        store,
        `captions/${sessionId}`,
        (begun: Begun | undefined): Move<Begun, Begun | undefined> => ({ outcome: begun, ...then }),
      )

    return {
      name: 'captions',
      needsRouted: true,

      async onAdmitted(_visit, sessionId) {
        return { captions: (await swap(sessionId))?.language }
      },

      routes: [
        quietRoute(startCaptionsOperation, async ({ room }, { language = 'en-US' }) => {
          const { sessionId } = await sessionIn(rooms, room)
          const token = await generateToken(sessionId, { role: 'moderator', expiresIn: 60 })
          const { captionsId: id } = await asking(() =>
            video.captions.start(sessionId, { token, languageCode: language }),
          )
          await swap(sessionId, { put: { state: { id, language }, lastsMs } })
          await tell(sessionId, language)
        }),
        quietRoute(stopCaptionsOperation, async ({ room }) => {
          const { sessionId } = await sessionIn(rooms, room)
          const begun = await swap(sessionId, { put: { state: undefined } })
          if (!begun) throw new BackendError('conflict', 'There are no captions to end.')
          // The platform ends them itself, when everybody has left for example.
          await asking(() => video.captions.stop(begun.id)).catch(
            (error: Partial<BackendError>) => {
              if (error.code !== 'not-found') throw error
            },
          )
          await tell(sessionId, '')
        }),
      ],
    }
  }
}
