import type { PlatformEvent } from '../state/room-event.ts'

/** The live elements of a session by stream id. */
export interface Videos {
  get(streamId: string): HTMLVideoElement | undefined
  /** Keeps an element and reports that it is there and that its first frame has come. */
  put(streamId: string, element: HTMLVideoElement): void
  remove(streamId: string): void
}

/** Keeps the elements that OpenTok.js makes until their stream or the stay ends. */
export function createVideos(onEvent: (event: PlatformEvent) => void, signal: AbortSignal): Videos {
  const elements = new Map<string, HTMLVideoElement>()
  signal.addEventListener('abort', () => elements.clear())

  function report(id: string, element: HTMLVideoElement): void {
    if (elements.get(id) !== element) return
    const playing = element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA
    onEvent({
      type: 'stream-changed',
      id,
      change: { media: playing ? 'playing' : 'loading' },
    })
  }

  return {
    get: (streamId) => elements.get(streamId),
    put(streamId, element) {
      elements.set(streamId, element)
      element.addEventListener('loadeddata', () => report(streamId, element), { signal })
      report(streamId, element)
    },
    remove(streamId) {
      elements.get(streamId)?.remove()
      elements.delete(streamId)
    },
  }
}
