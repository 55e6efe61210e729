import type { Activity } from '../activity.ts'
import { drop, put } from '../collection.ts'
import { colours } from '../guest/act.ts'
import type { Act, Colour } from '../guest/act.ts'
import { isForcedMute, muteVoice } from '../guest/forced-mute.ts'
import {
  admitGuest,
  consequences,
  dismissGuest,
  isRefusal,
  picture,
  publishAsGuest,
  voice,
} from '../guest/guest.ts'
import { accept, answer, refuse } from '../outcome.ts'
import type { Effect, Outcome } from '../outcome.ts'
import type { Session } from '../session.ts'

/** Somebody to see and to hear for who is alone with an app; nobody sits behind it. */
export interface Participant {
  /** Of its connection. */
  readonly id: string
  readonly stream: string
  readonly name: string
  readonly colour: Colour
  readonly hertz: number
}

export type ParticipantMessage =
  AddParticipant | { readonly type: 'remove-participant'; readonly id: string }

export interface AddParticipant {
  readonly type: 'add-participant'
  readonly id: string
  readonly stream: string
  readonly name: string
  /** Of its connection, as a token would say it. */
  readonly data: string
  /** One that no other participant has when absent, while there are such. */
  readonly colour?: Colour
  readonly hertz: number
}

const size = { width: 640, height: 480 }

export function addParticipant(session: Session, message: AddParticipant): Outcome {
  if (session.mediaMode === 'relayed') {
    const why = 'in a relayed one browsers send to each other, and this participant has none'
    return refuse(session, 409, `A participant needs a routed session: ${why}`)
  }
  if (session.e2ee) {
    return refuse(session, 409, 'A participant has no secret for an end-to-end encrypted session')
  }
  const { id, stream, name, data, hertz } = message
  const { colour = freeColour(session) } = message
  const guest = { connection: id, role: 'publisher', data, layoutClasses: [] } as const
  const admitted = admitGuest(session, guest)
  if (isRefusal(admitted)) return admitted
  const published = publishAsGuest(admitted.session, id, {
    id: stream,
    name,
    channel: [{ ...picture(size), source: 'camera' }, voice],
    act: { type: 'test', colour, hertz },
  })
  if (isRefusal(published)) return { ...published, session }
  const participants = put(session.participants, { id, stream, name, colour, hertz })
  return answer(
    { ...published.session, participants },
    { connectionId: id, streamId: stream },
    ...consequences(admitted),
    ...consequences(published),
  )
}

function freeColour({ participants }: Session): Colour {
  const taken = new Set([...participants.values()].map(({ colour }) => colour))
  return colours.find((colour) => !taken.has(colour)) ?? colours[0]
}

export function removeParticipant(session: Session, id: string): Outcome {
  if (!session.participants.has(id)) return refuse(session, 404, 'There is no such participant')
  const left = dismissGuest(session, id)
  return accept(left.session, ...left.effects)
}

/** A participant falls silent when it is muted, and goes with its connection or its stream. */
export const participantActivity: Activity = {
  follow: (_before, session, happened) =>
    [...session.participants.values()].reduce<Outcome>(
      (sofar, participant) => {
        const next = followOne(sofar.session, participant, happened)
        return { session: next.session, effects: [...sofar.effects, ...next.effects] }
      },
      { session, effects: [] },
    ),
  due: () => Infinity,
}

function followOne(
  session: Session,
  participant: Participant,
  happened: readonly Effect[],
): Outcome {
  const { id, stream } = participant
  if (!session.connections.has(id) || !session.streams.has(stream)) {
    const left = dismissGuest(session, id)
    const participants = drop(left.session.participants, (held) => held.id === id)
    return { session: { ...left.session, participants }, effects: left.effects }
  }
  const isMuted = isForcedMute(happened, { connection: id, stream })
  return isMuted ? fallSilent(session, participant) : { session, effects: [] }
}

function fallSilent(session: Session, { id, stream: streamId, colour }: Participant): Outcome {
  const muted = muteVoice(session, { connection: id, stream: streamId })
  const stream = muted.session.streams.get(streamId)
  if (stream === undefined) return { session, effects: [] }
  const act: Act = { type: 'test', colour }
  const sources = stream.sources.map((source) => ({ ...source, act }))
  const plays = sources.map(({ name: leg }): Effect => ({
    type: 'booth',
    command: { type: 'play', leg, act },
  }))
  const streams = put(muted.session.streams, { ...stream, sources })
  return { session: { ...muted.session, streams }, effects: [...consequences(muted), ...plays] }
}
