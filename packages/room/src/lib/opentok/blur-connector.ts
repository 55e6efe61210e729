import { timeoutSignal } from '../async/timeout-signal.ts'
import { anySignal } from '../async/any-signal.ts'
import { untilAborted } from '../async/until-aborted.ts'
import type { CameraEffectSource } from '../effects/camera-effect.ts'
import { RoomError } from '../errors/room-error.ts'

/** What OpenTok.js hands its camera to: each one that it opens, and gets back what it is to send. */
export interface BlurConnector {
  setTrack(camera: MediaStreamTrack): Promise<MediaStreamTrack>
  destroy(): Promise<void>
  /** The camera behind the blur, while there is one. */
  readonly camera: MediaStreamTrack | undefined
  /** Ends the camera that OpenTok.js opened last. */
  stop(): void
}

/** A voice waits until the picture is blurred, but not longer; milliseconds. */
const patience = 15_000

/**
 * Blurs every camera that OpenTok.js opens while this is connected.
 *
 * OpenTok.js 2.35.2 sends the plain picture when a connector rejects, so this one never does: what cannot be blurred
 * is blank, and `onLost` tells why. Nor does it notice a camera that is pulled out behind the blur.
 */
export function createBlurConnector(
  bring: CameraEffectSource,
  onLost: (error: RoomError) => void,
): BlurConnector {
  let camera: MediaStreamTrack | undefined
  let blurring = new AbortController()

  async function blurred(plain: MediaStreamTrack, signal: AbortSignal): Promise<MediaStreamTrack> {
    plain.addEventListener('ended', () => onLost(new RoomError('camera-not-found')), { signal })
    const inTime = anySignal([signal, timeoutSignal(patience)])
    const effect = await untilAborted(bring(), inTime)
    const picture = await untilAborted(effect.apply(plain, signal), inTime)
    const fail = (): void => {
      if (plain.readyState === 'live') onLost(new RoomError('camera-blur-failed'))
    }
    picture.addEventListener('ended', fail, { signal })
    return picture
  }

  function end(): void {
    blurring.abort(new DOMException('The camera is not wanted any more.', 'AbortError'))
  }

  return {
    get camera() {
      return blurring.signal.aborted ? undefined : camera
    },
    async setTrack(plain) {
      end()
      camera = plain
      const own = new AbortController()
      blurring = own
      try {
        return await blurred(plain, own.signal)
      } catch (cause) {
        if (!own.signal.aborted) onLost(new RoomError('camera-blur-failed', { cause }))
        own.abort()
        return blank()
      }
    },
    async destroy() {
      end()
    },
    stop() {
      end()
      camera?.stop()
    },
  }
}

function blank(): MediaStreamTrack {
  const canvas = document.createElement('canvas')
  canvas.getContext('2d')
  const [track] = canvas.captureStream().getVideoTracks()
  if (!track) throw new Error('A canvas gave no picture.')
  return track
}
