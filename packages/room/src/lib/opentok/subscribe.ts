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

/** Milliseconds until a subscription that has failed is tried again; the last one is kept. */
const pauses = [1000, 2000, 4000, 8000, 15_000]

/**
 * Receives a stream and reports its element, its loudness, what is said, and whether the browser holds its sound back. A
 * subscription that fails is tried again for as long as there is the stream: first the sound, then the picture.
 */
export function subscribe(stream: OT.Stream, context: SubscriptionContext): void {
  const over = new AbortController()
  const { session, stay } = context
  const end = (event: { readonly stream: OT.Stream }): void => {
    if (event.stream.streamId === stream.streamId) over.abort()
  }
  // OpenTok.js keeps the session for the lifetime of the page.
  over.signal.addEventListener('abort', () => session.off('streamDestroyed', end))
  session.on('streamDestroyed', end)
  stay.signal.addEventListener('abort', () => over.abort(), { signal: over.signal })
  receive(stream, context, { attempt: 0, signal: over.signal })
}

interface Attempt {
  /** From 0. */
  readonly attempt: number
  /** Aborts when there is nothing to receive any more. */
  readonly signal: AbortSignal
}

function receive(
  stream: OT.Stream,
  context: SubscriptionContext,
  { attempt, signal }: Attempt,
): void {
  const { session, stay, videos, captioning } = context
  const { streamId } = stream
  const media = (change: Stream['media']): void => {
    stay.onEvent({ type: 'stream-changed', id: streamId, change: { media: change } })
  }
  const properties = {
    insertDefaultUI: false,
    subscribeToCaptions: captioning.isRead,
    // What has failed once is tried with less: sound alone gets through where both do not.
    ...(attempt > 0 && { subscribeToVideo: false }),
  }
  const subscriber = session.subscribe(stream, undefined, properties, (error) => {
    if (signal.aborted) return
    if (!error) {
      if (attempt > 0) subscriber.subscribeToVideo(true)
      return
    }
    media('failed')
    const again = (): void => {
      media('waiting')
      receive(stream, context, { attempt: attempt + 1, signal })
    }
    const timer = setTimeout(again, pauses[Math.min(attempt, pauses.length - 1)])
    signal.addEventListener('abort', () => clearTimeout(timer))
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
