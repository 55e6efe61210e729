import type { VideoApi } from '@ot-room/video-api'
import { quietRoute } from '../../api/route.ts'
import { BackendError } from '../../problem/backend-error.ts'
import { act } from '../../store/act.ts'
import type { Move } from '../../store/act.ts'
import type { FeatureFor } from '../feature.ts'
import { asking, sessionIn } from '../platform/asking.ts'
import { startCaptionsOperation, stopCaptionsOperation } from './captions-operations.ts'

/** The platform ends captions by itself after four hours. */
const lastsMs = 4 * 3_600_000

/** Hosts begin and end captions. The platform cannot say which ones run, so their id is remembered. */
export function captions(video: Pick<VideoApi, 'captions'>): FeatureFor {
  return ({ rooms, store, video: { generateToken } }) => ({
    name: 'captions',
    needsRouted: true,
    routes: [
      quietRoute(startCaptionsOperation, async ({ room }, { language = 'en-US' }) => {
        const { sessionId } = await sessionIn(rooms, room)
        const token = await generateToken(sessionId, { role: 'moderator', expiresIn: 60 })
        const { captionsId } = await asking(() =>
          video.captions.start(sessionId, { token, languageCode: language }),
        )
        await act(store, keyOf(sessionId), () => ({
          outcome: undefined,
          put: { state: captionsId, lastsMs },
        }))
      }),
      quietRoute(stopCaptionsOperation, async ({ room }) => {
        const { sessionId } = await sessionIn(rooms, room)
        const id = await act(
          store,
          keyOf(sessionId),
          (id: string | undefined): Move<string, string | undefined> => ({
            outcome: id,
            put: { state: undefined },
          }),
        )
        if (id === undefined) throw new BackendError('conflict', 'There are no captions to end.')
        await asking(() => video.captions.stop(id))
      }),
    ],
  })
}

function keyOf(sessionId: string): string {
  return `captions/${sessionId}`
}
