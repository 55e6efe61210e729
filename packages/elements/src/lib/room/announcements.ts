import { callOf, type Participant, type RoomState } from '@ot-room/room'
import type { Strings } from '../strings/en.ts'

/** What a screen reader is told when one state follows another. */
export function announcements(
  before: RoomState,
  after: RoomState,
  strings: Strings,
): readonly string[] {
  const was = callOf(before)
  const is = callOf(after)
  if (!is) return []
  if (!was) return [strings.saidConnected]
  if (after.phase !== before.phase) {
    return [after.phase === 'reconnecting' ? strings.reconnecting : strings.saidReconnected]
  }
  const nameOf = ({ name }: Participant): string => name ?? strings.guest
  return [
    ...newOnes(was.participants, is.participants).map((one) => strings.saidJoined(nameOf(one))),
    ...newOnes(is.participants, was.participants).map((one) => strings.saidLeft(nameOf(one))),
  ]
}

function newOnes(
  before: readonly Participant[],
  after: readonly Participant[],
): readonly Participant[] {
  const known = new Set(before.map(({ id }) => id))
  return after.filter(({ id }) => !known.has(id))
}
