import { callOf, type Call, type Participant, type RoomState } from '@ot-room/room'
import type { Strings } from '../strings/en.ts'

/** What a screen reader is told when one state follows another. */
export function announcements(
  before: RoomState,
  after: RoomState,
  strings: Strings,
): readonly string[] {
  const was = callOf(before)
  const is = callOf(after)
  if (after.phase === 'waiting') return before.phase === 'waiting' ? [] : [strings.waitingHelp]
  if (!is) return []
  if (!was) return [strings.saidConnected]
  if (after.phase !== before.phase) {
    return [after.phase === 'reconnecting' ? strings.reconnecting : strings.saidReconnected]
  }
  if (is.phase === 'reconnecting') {
    const worse = is.stage === 'rejoining' && was.phase === 'reconnecting' && was.stage !== is.stage
    return worse ? [strings.rejoining] : []
  }
  const nameOf = ({ name }: Participant): string => name ?? strings.guest
  return [
    ...newOnes(was.participants, is.participants).map((one) => strings.saidJoined(nameOf(one))),
    ...newOnes(was.guests, is.guests).map(({ name }) => strings.knocks(name ?? strings.guest)),
    ...newScreens(was, is).map((name) => strings.saidShares(name ?? strings.guest)),
    ...newScreens(is, was).map((name) => strings.saidSharesNoMore(name ?? strings.guest)),
    ...newOnes(is.participants, was.participants).map((one) => strings.saidLeft(nameOf(one))),
  ]
}

/** Whose screens there are now and were not before. */
function newScreens(before: Call, after: Call): readonly (string | undefined)[] {
  const known = new Set(screensIn(before).map(({ id }) => id))
  return screensIn(after)
    .filter(({ id }) => !known.has(id))
    .map(({ name }) => name)
}

function screensIn({ participants }: Call) {
  return participants
    .filter(({ self }) => !self)
    .flatMap(({ name, streams }) =>
      streams.filter(({ kind }) => kind === 'screen').map(({ id }) => ({ id, name })),
    )
}

function newOnes<One extends { readonly id: string }>(
  before: readonly One[],
  after: readonly One[],
): readonly One[] {
  const known = new Set(before.map(({ id }) => id))
  return after.filter(({ id }) => !known.has(id))
}
