import type OT from '@opentok/client'
import type { Stream } from '../state/participant.ts'
import type { Stay } from '../platform/video-platform.ts'
import type { Captioning } from './captioning.ts'
import type { Videos } from './videos.ts'

/** What a subscription works with. */
export interface SubscriptionContext {
  readonly session: OT.Session
  readonly stay: Stay
  readonly videos: Videos
  readonly captioning: Captioning
}

/** Receives a stream and reports its element, its loudness, what is said, and whether the browser holds its sound back. */
export function subscribe(
  stream: OT.Stream,
  { session, stay, videos, captioning }: SubscriptionContext,
): void {
  const { streamId } = stream
  const properties = { insertDefaultUI: false, subscribeToCaptions: captioning.isRead }
  const subscriber = session.subscribe(stream, undefined, properties, (error) => {
    if (!error) return
    stay.onEvent({ type: 'stream-changed', id: streamId, change: { media: 'failed' } })
  })
  captioning.reads(subscriber)
  subscriber.on('videoElementCreated', ({ element }) => {
    if (element instanceof HTMLVideoElement) videos.put(streamId, element)
  })
  subscriber.on('audioLevelUpdated', ({ audioLevel }) => {
    stay.onLevel({ streamId, level: audioLevel })
  })
  const linked = (link: Stream['link']) => (): void => {
    stay.onEvent({ type: 'stream-changed', id: streamId, change: { link } })
  }
  subscriber.on('videoDisableWarning', linked('weak'))
  subscriber.on('videoDisableWarningLifted', linked('fine'))
  subscriber.on('videoDisabled', ({ reason }) => {
    if (reason === 'quality') linked('audio-only')()
  })
  subscriber.on('videoEnabled', linked('fine'))
  subscriber.on('disconnected', linked('interrupted'))
  subscriber.on('connected', linked('fine'))
  subscriber.on('audioBlocked', () => stay.onEvent({ type: 'audio-blocked' }))
  subscriber.on('audioUnblocked', () => stay.onEvent({ type: 'audio-unblocked' }))
}
