import {
  callOf,
  type Call,
  type LocalDevice,
  type LocalScreen,
  type RoomState,
} from '@ot-room/room'
import { isHeld } from '../devices/is-held.ts'
import type { Strings } from '../strings/en.ts'
import { explain } from '../strings/explain.ts'

/** What a screen reader is told when one state follows another. */
export function announcements(
  before: RoomState,
  after: RoomState,
  strings: Strings,
): readonly string[] {
  const was = callOf(before)
  const is = callOf(after)
  if (after.phase === 'waiting') return before.phase === 'waiting' ? [] : [strings.waitingHelp]
  if (!is) return after.phase === before.phase ? [] : endOf(after, strings)
  const nameOf = ({ name }: { readonly name: string | undefined }): string => name ?? strings.guest
  const knocking = newOnes(was?.guests ?? [], is.guests).map((one) => strings.knocks(nameOf(one)))
  if (!was) return [strings.saidConnected, ...knocking, ...troubles(undefined, is, strings)]
  if (is.phase === 'reconnecting') {
    if (was.phase === 'reconnecting' && was.stage === is.stage) return []
    return [is.stage === 'rejoining' ? strings.rejoining : strings.reconnecting]
  }
  if (was.phase === 'reconnecting') return [strings.saidReconnected]
  return [
    ...newOnes(was.participants, is.participants).map((one) => strings.saidJoined(nameOf(one))),
    ...knocking,
    ...newScreens(was, is).map((name) => strings.saidShares(name ?? strings.guest)),
    ...newScreens(is, was).map((name) => strings.saidSharesNoMore(name ?? strings.guest)),
    ...newOnes(is.participants, was.participants).map((one) => strings.saidLeft(nameOf(one))),
    ...troubles(was, is, strings),
  ]
}

function endOf(state: RoomState, strings: Strings): readonly string[] {
  // The words on the screen: a refusal is not only told apart by its code.
  if (state.phase === 'failed') return [explain(state.error, strings).heading]
  if (state.phase !== 'left') return []
  return [state.reason === 'self' ? strings.leftHeading : explain(state.error, strings).heading]
}

/** What a notice says that was not there before. */
function troubles(was: Call | undefined, is: Call, strings: Strings): readonly string[] {
  return [
    ...(isMuted(is) && !(was && isMuted(was)) ? [strings.mutedByHost] : []),
    ...(isHeld(is.microphone) && !isHeld(was?.microphone) ? [strings.microphoneHeld] : []),
    ...(isHeld(is.camera) && !isHeld(was?.camera) ? [strings.cameraHeld] : []),
    ...(is.audio === 'blocked' && was?.audio !== 'blocked' ? [strings.audioBlocked] : []),
    ...(['screen', 'microphone', 'camera'] as const).flatMap((kind) => {
      const error = errorOf(is[kind])
      return error && error !== errorOf(was?.[kind]) ? [explain(error, strings).heading] : []
    }),
  ]
}

function isMuted({ microphone }: Call): boolean {
  return microphone.status === 'off' && microphone.by === 'host'
}

function errorOf(device: LocalDevice | LocalScreen | undefined) {
  return device?.status === 'failed' ? device.error : undefined
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
