import { deviceErrorCode, type DeviceKind } from '../errors/device-error-code.ts'
import { RoomError } from '../errors/room-error.ts'
import type { Stream } from '../state/participant.ts'
import type { LocalDevice } from '../state/local-device.ts'
import { streamAdded } from './map-event.ts'
import type { OpenPublisher } from './open-publisher.ts'
import type { PublicationContext } from './publication-context.ts'

/** Who listens to a publisher, and for how long. */
export interface PublisherWatch extends Pick<PublicationContext, 'stay' | 'videos'> {
  readonly signal: AbortSignal
  /** A device went silent without the visitor's doing. */
  onTaken(kind: DeviceKind, device: LocalDevice): void
  /** OpenTok.js gave the publisher up. */
  onGone(): void
}

/** Reports the stream of a publisher, its loudness, and what others do to it. */
export function watchPublisher({ publisher, element }: OpenPublisher, watch: PublisherWatch): void {
  const { stay, videos, signal } = watch
  let streamId: string | undefined

  publisher.on('streamCreated', ({ stream }) => {
    if (signal.aborted) return
    streamId = stream.streamId
    stay.onEvent(streamAdded(stream))
    videos.put(streamId, element)
  })
  publisher.on('streamDestroyed', ({ reason }) => {
    if (signal.aborted) return
    watch.onGone()
    if (reason !== 'forceUnpublished') return
    watch.onTaken('camera', { status: 'off', by: 'host' })
    watch.onTaken('microphone', { status: 'off', by: 'host' })
  })
  publisher.on('muteForced', () => watch.onTaken('microphone', { status: 'off', by: 'host' }))
  publisher.on('mediaStopped', ({ track }) => {
    if (signal.aborted) return
    const kind = track?.kind === 'audio' ? 'microphone' : 'camera'
    const error = new RoomError(deviceErrorCode(kind, 'not-found'))
    watch.onTaken(kind, { status: 'failed', error })
  })
  const linked = (link: Stream['link']) => (): void => {
    if (streamId !== undefined)
      stay.onEvent({ type: 'stream-changed', id: streamId, change: { link } })
  }
  publisher.on('videoDisableWarning', linked('weak'))
  publisher.on('videoDisableWarningLifted', linked('fine'))
  publisher.on('videoDisabled', linked('audio-only'))
  publisher.on('videoEnabled', linked('fine'))
  publisher.on('audioLevelUpdated', ({ audioLevel }) => {
    if (streamId !== undefined) stay.onLevel({ streamId, level: audioLevel })
  })
  signal.addEventListener('abort', () => {
    publisher.off()
    // It ends when what it is doing has ended, not with the session.
    publisher.on('streamDestroyed', (event) => event.preventDefault())
    if (streamId === undefined) return
    videos.remove(streamId)
    stay.onEvent({ type: 'stream-removed', id: streamId })
  })
}
