import { addressIn } from './address.ts'
import { depart } from './leave.ts'
import type { MuteSession } from './message.ts'
import { accept, refuse } from './outcome.ts'
import type { Outcome, Push } from './outcome.ts'
import { allows } from './sender.ts'
import type { Session, Stream } from './session.ts'

/** Puts a connection out of the session. */
export function forceDisconnect(session: Session, from: string, target: string): Outcome {
  if (!allows(session, from, 'forcedisconnect')) {
    return refuse(session, 403, 'Only a moderator may disconnect somebody')
  }
  const connection = session.connections.get(target)
  if (connection === undefined) return refuse(session, 404, 'There is no such connection')
  const outcome = depart(session, connection, 'forceDisconnected')
  return accept(outcome.session, ...outcome.effects, { type: 'hang-up', connection: target })
}

/** Mutes the microphone of one stream; its publisher reports back by changing the channel. */
export function muteStream(session: Session, from: string, streamId: string): Outcome {
  if (!allows(session, from, 'forcemute')) {
    return refuse(session, 403, 'Only a moderator may mute somebody')
  }
  const stream = session.streams.get(streamId)
  if (stream === undefined) return refuse(session, 404, 'There is no such stream')
  return accept(session, mutePush(session, stream, from))
}

/** Mutes everybody now and on entry, or, with `active: false`, lets new microphones be open again. */
export function muteSession(session: Session, from: string, message: MuteSession): Outcome {
  if (!allows(session, from, 'forcemute')) {
    return refuse(session, 403, 'Only a moderator may mute everybody')
  }
  const { active, excludedStreams } = message
  const streams = [...session.streams.values()]
  const excluded = streams.filter(({ id }) => excludedStreams.includes(id))
  const spared = new Set(active ? excluded.map(({ owner }) => owner) : [])
  const muted = active ? streams.filter((stream) => !excluded.includes(stream)) : []
  const told = [...session.connections.keys()].filter((id) => !spared.has(id))

  return accept(
    { ...session, muteOnEntry: active },
    ...muted.map((stream) => mutePush(session, stream, from)),
    ...told.map((to): Push => ({
      type: 'push',
      to,
      from,
      message: { method: 'update', uri: addressIn(session), content: { reason: 'mute', active } },
    })),
  )
}

function mutePush(session: Session, stream: Stream, from: string): Push {
  return {
    type: 'push',
    to: stream.owner,
    from,
    message: {
      method: 'update',
      uri: addressIn(session, 'stream', stream.id),
      content: { reason: 'mute', channels: ['audio'], active: true },
    },
  }
}
