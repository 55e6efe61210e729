import type { Participant, Stream } from '@ot-room/room'

/** One tile: a person, with or without a picture, or a screen. */
export interface Tile {
  /** Stays when a camera is switched off and on, so that the element does. */
  readonly key: string
  readonly participant: Participant
  readonly stream: Stream | undefined
}

/** The tiles of everybody: screens first, then the others in order of arrival, the visitor last. */
export function tilesOf(participants: readonly Participant[]): readonly Tile[] {
  const others = participants.filter(({ self }) => !self)
  const visitor = participants.filter(({ self }) => self)
  const everybody = [...others, ...visitor]
  return [...everybody.flatMap(screensOf), ...everybody.map(personOf)]
}

function screensOf(participant: Participant): Tile[] {
  return participant.streams
    .filter(({ kind }) => kind === 'screen')
    .map((stream) => ({ key: stream.id, participant, stream }))
}

function personOf(participant: Participant): Tile {
  const stream = participant.streams.find(({ kind }) => kind === 'camera')
  return { key: participant.id, participant, stream }
}
