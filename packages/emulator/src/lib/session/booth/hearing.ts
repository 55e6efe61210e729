import { isSameJson } from '../../wire/json.ts'
import type { JsonObject } from '../../wire/json.ts'
import type { Effect } from '../outcome.ts'
import { latestSource } from '../routed/source.ts'
import type { Session, Stream } from '../session.ts'
import type { Listener } from './command.ts'

/** A stream whose sound somebody of the platform's own hears. */
export interface HeardStream extends JsonObject {
  readonly id: string
  /** What the media router calls the way it comes. */
  readonly source: string
}

/** The streams among these that can be heard now: nobody hears what is muted, or encrypted by its publisher. */
export function audible(streams: Iterable<Stream>): readonly HeardStream[] {
  return [...streams].flatMap((stream) => {
    const isActive = stream.channels.some(({ type, active }) => type === 'audio' && active === true)
    if (!isActive || stream.sources.length === 0 || stream.attributes['e2ee'] === true) return []
    return [{ id: stream.id, source: latestSource(stream).name }]
  })
}

/** Somebody who hears, and what. */
export interface Hearing {
  readonly listener: Listener
  readonly streams: readonly HeardStream[]
}

/** What has changed in what listeners hear. */
export function changesOfHearing(
  before: Session,
  after: Session,
  hearingsOf: (session: Session) => readonly Hearing[],
): readonly Effect[] {
  const [old, now] = [hearingsOf(before), hearingsOf(after)]
  const find = (hearings: readonly Hearing[], { listener }: Hearing) =>
    hearings.find((held) => held.listener.id === listener.id)
  return [
    ...old
      .filter((hearing) => find(now, hearing) === undefined)
      .map(({ listener }): Effect => ({
        type: 'booth',
        command: { type: 'stop-hearing', listener },
      })),
    ...now
      .filter((hearing) => !isSameJson(find(old, hearing)?.streams, hearing.streams))
      .map((hearing): Effect => ({ type: 'booth', command: { type: 'hear', ...hearing } })),
  ]
}
