import type { JsonObject } from '../wire/json.ts'
import { isSameJson } from '../wire/json.ts'
import { addressIn } from './address.ts'
import { put } from './collection.ts'
import type { ChannelUpdate } from './message.ts'
import { accept, pushAll, refuse } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import type { Session, Stream } from './session.ts'
import { findStream } from './streams.ts'
import { findSubscription } from './subscribers.ts'

// OpenTok.js stops reading an update at the first key it does not know.
const forwarded = ['active', 'width', 'height', 'orientation', 'frameRate', 'fitMode', 'source']

interface UpdateForOne {
  readonly stream: Stream
  readonly message: ChannelUpdate
  /** What the publisher calls the subscription. */
  readonly name: string
}

/** Changes a track of one's own stream: a muted microphone, a turned camera, another size. */
export function updateChannel(session: Session, from: string, message: ChannelUpdate): Outcome {
  const stream = findStream(session, message.stream)
  const channel = stream?.channels.find(({ id }) => id === message.channel)
  if (stream === undefined || channel === undefined) {
    return refuse(session, 404, 'There is no such stream or channel')
  }
  if (stream.owner !== from) {
    return refuse(session, 403, 'Only its publisher may change a stream')
  }
  const { subscriberId } = message.content
  if (typeof subscriberId === 'string') {
    return updateForOne(session, { stream, message, name: subscriberId })
  }

  // Clients repeat what is already so, and an echo would reach apps as a change.
  const changes = Object.fromEntries(
    forwarded
      .map((key) => [key, message.content[key]] as const)
      .filter(([key, value]) => value !== undefined && !isSameJson(value, channel[key])),
  ) as JsonObject
  if (Object.keys(changes).length === 0) return accept(session)

  const channels = stream.channels.map((held) =>
    held === channel ? { ...held, ...changes } : held,
  )
  if (session.unannounced.has(stream.id)) {
    return accept({ ...session, unannounced: put(session.unannounced, { ...stream, channels }) })
  }
  return accept(
    { ...session, streams: put(session.streams, { ...stream, channels }) },
    ...pushAll(session.connections.values(), from, {
      method: 'updated',
      uri: addressIn(session, 'stream', stream.id, 'channel', channel.id),
      content: changes,
    }),
  )
}

/** The audio fallback of a publisher stops the video of one subscriber; the stream itself keeps it. */
function updateForOne(session: Session, { stream, message, name }: UpdateForOne): Outcome {
  const subscription = findSubscription(session, stream.id, name)
  if (subscription === undefined) return refuse(session, 404, 'There is no such subscriber')
  const path = ['stream', stream.id, 'subscriber', subscription.id, 'channel', message.channel]
  return accept(session, {
    type: 'push',
    to: subscription.subscriber,
    from: stream.owner,
    message: {
      method: 'update',
      uri: addressIn(session, ...path),
      content: { active: message.content['active'] === true },
    },
  })
}
