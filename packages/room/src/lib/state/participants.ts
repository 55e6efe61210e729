import type { Arrival, Participant, Stream, StreamChange } from './participant.ts'

type Participants = readonly Participant[]

/** Adds somebody once; a name that was unknown before is filled in. */
export function withParticipant(list: Participants, arrival: Arrival, self: string): Participants {
  const known = list.find(({ id }) => id === arrival.id)
  if (!known) {
    return [...list, { ...arrival, self: arrival.id === self, streams: [] }]
  }
  if (known.name !== undefined || arrival.name === undefined) return list
  return list.map((one) => (one === known ? { ...one, name: arrival.name } : one))
}

/** Takes somebody out with all their streams. */
export function withoutParticipant(list: Participants, id: string): Participants {
  return list.some((one) => one.id === id) ? list.filter((one) => one.id !== id) : list
}

/** Adds a stream to its participant, or replaces the one of the same id. */
export function withStream(list: Participants, owner: string, stream: Stream): Participants {
  return list.map((one) => {
    if (one.id !== owner) return one
    return { ...one, streams: [...one.streams.filter(({ id }) => id !== stream.id), stream] }
  })
}

/** Changes one stream; the same list when nothing differs. */
export function withStreamChange(
  list: Participants,
  id: string,
  change: StreamChange,
): Participants {
  return mapStreams(list, id, (stream) => {
    const next = { ...stream, ...change }
    const same =
      next.hasAudio === stream.hasAudio &&
      next.hasVideo === stream.hasVideo &&
      next.media === stream.media &&
      next.link === stream.link
    return same ? [stream] : [next]
  })
}

/** Takes one stream out; its participant stays. */
export function withoutStream(list: Participants, id: string): Participants {
  return mapStreams(list, id, () => [])
}

function mapStreams(
  list: Participants,
  id: string,
  change: (stream: Stream) => readonly Stream[],
): Participants {
  let changed = false
  const next = list.map((one) => {
    const stream = one.streams.find((each) => each.id === id)
    if (!stream) return one
    const result = change(stream)
    if (result[0] === stream) return one
    changed = true
    return { ...one, streams: one.streams.flatMap((each) => (each === stream ? result : [each])) }
  })
  return changed ? next : list
}
