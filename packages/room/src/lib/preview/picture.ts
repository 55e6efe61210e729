import type { CameraEffectSource } from '../effects/camera-effect.ts'
import type { Background } from '../state/local-device.ts'
import type { PreviewState } from './preview-state.ts'

/** The visitor's picture as they see it themselves: plain at once, and blurred as soon as that is possible. */
export interface Picture {
  show(camera: MediaStreamTrack, background: Background): void
  become(background: Background): void
  hide(): void
}

/** Tells by `set` what there is to see. */
export function createPicture(
  set: (change: Partial<PreviewState>) => void,
  blur: CameraEffectSource | undefined,
): Picture {
  let camera: MediaStreamTrack | undefined
  let shown = new AbortController()

  function become(background: Background): void {
    shown.abort()
    shown = new AbortController()
    set({
      picture: camera && new MediaStream([camera]),
      ...(blur && { blur: 'ready' }),
    })
    if (camera && blur && background === 'blurred') void blurred(camera, blur, shown.signal)
  }

  async function blurred(
    plain: MediaStreamTrack,
    bring: CameraEffectSource,
    signal: AbortSignal,
  ): Promise<void> {
    set({ blur: 'starting' })
    try {
      const effect = await bring()
      const picture = await effect.apply(plain, signal)
      if (signal.aborted) return
      picture.addEventListener('ended', fail, { signal })
      set({ picture: new MediaStream([picture]), blur: 'ready' })
    } catch {
      if (!signal.aborted) fail()
    }
  }

  /** Nobody is led to believe that others will not see what they see. */
  function fail(): void {
    become('plain')
    set({ background: 'plain', blur: 'failed' })
  }

  return {
    become,
    show(given, background) {
      camera = given
      become(background)
    },
    hide() {
      camera = undefined
      become('plain')
    },
  }
}
