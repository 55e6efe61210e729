import { nameOf } from '../devices/device-problem.ts'
import { RoomError } from '../errors/room-error.ts'
import type { LocalScreen } from '../state/local-device.ts'
import { screenInitials, streamAdded } from './map-event.ts'
import type { PublicationContext } from './publication-context.ts'

/** The visitor's screen in a session. */
export interface Screen {
  share(): Promise<void>
  stop(): void
}

/** Shares one screen at a time, with the sound of a tab where the browser offers it. */
export function createScreen(context: PublicationContext): Screen {
  const { stay } = context
  let sharing: AbortController | undefined

  async function share(): Promise<void> {
    if (sharing || stay.signal.aborted) return
    const own = new AbortController()
    sharing = own
    tell({ status: 'starting' })
    try {
      const picked = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: true })
      const letGo = (): void => picked.getTracks().forEach((it) => it.stop())
      // While the browser asked, the visitor may have stopped sharing, or left: the last word counts.
      if (own.signal.aborted) return letGo()
      own.signal.addEventListener('abort', letGo)
      // Both buttons that end it: the browser's own bar, and ours.
      picked.getVideoTracks()[0]?.addEventListener('ended', () => end(own))
      if (stay.signal.aborted) return end(own)
      await send(picked, own.signal, context)
      if (!own.signal.aborted) tell({ status: 'on' })
    } catch (cause) {
      end(own, failureOf(cause))
    }
  }

  function end(own: AbortController, next: LocalScreen = { status: 'off' }): void {
    if (sharing !== own) return
    sharing = undefined
    own.abort()
    tell(next)
  }

  function stop(): void {
    if (sharing) end(sharing)
  }

  function tell(screen: LocalScreen): void {
    stay.onEvent({ type: 'screen-changed', screen })
  }

  stay.signal.addEventListener('abort', stop)
  return { share, stop }
}

/** Publishes a screen until the signal aborts; rejects when the platform does not take it. */
async function send(
  picked: MediaStream,
  signal: AbortSignal,
  { openTok, session, stay, videos, name }: PublicationContext,
): Promise<void> {
  const publisher = openTok.initPublisher(undefined, {
    insertDefaultUI: false,
    videoSource: picked.getVideoTracks()[0] ?? null,
    audioSource: picked.getAudioTracks()[0] ?? null,
    videoContentHint: 'detail',
    initials: screenInitials,
    ...(name !== undefined && { name }),
  })
  let element: HTMLVideoElement | undefined
  let streamId: string | undefined
  publisher.on('videoElementCreated', (event) => {
    if (!(event.element instanceof HTMLVideoElement)) return
    element = event.element
    event.element.muted = true
    show()
  })
  publisher.on('streamCreated', ({ stream }) => {
    if (signal.aborted) return
    ;({ streamId } = stream)
    stay.onEvent(streamAdded(stream))
    show()
  })
  signal.addEventListener('abort', () => {
    publisher.off()
    publisher.destroy()
    if (streamId === undefined) return
    videos.remove(streamId)
    stay.onEvent({ type: 'stream-removed', id: streamId })
  })
  await session.publish.promise(publisher)

  function show(): void {
    if (element && streamId !== undefined) videos.put(streamId, element)
  }
}

/** Whoever closes the browser's question has decided, and nothing has failed. */
function failureOf(cause: unknown): LocalScreen {
  if (nameOf(cause) !== 'NotAllowedError') {
    return { status: 'failed', error: new RoomError('screen-failed', { cause }) }
  }
  const bySystem = cause instanceof Error && /system/i.test(cause.message)
  return bySystem
    ? { status: 'failed', error: new RoomError('screen-blocked-by-system', { cause }) }
    : { status: 'off' }
}
