import { callOf, type Call, type LocalDevice, type RoomError, type RoomState } from '@ot-room/room'
import {
  OtDeviceEvent,
  OtErrorEvent,
  OtJoinEvent,
  OtLeaveEvent,
  OtParticipantEvent,
} from './events.ts'

/** The events a page hears when one state follows another. */
export function eventsBetween(before: RoomState, after: RoomState): readonly Event[] {
  return [
    ...stayEvents(before, after),
    ...callEvents(before, after),
    ...errorsBetween(before, after).map(toEvent),
  ]
}

function stayEvents(before: RoomState, after: RoomState): readonly Event[] {
  const was = callOf(before)
  const is = callOf(after)
  if (is && !was) return [new OtJoinEvent(is.self, is.role)]
  if (was && after.phase === 'left') return [new OtLeaveEvent(after.reason)]
  // The way back leads through the waiting room.
  if (was && after.phase === 'waiting') return [new OtLeaveEvent('network-lost')]
  return []
}

/** What changed in a call for a page that shows more than the room. */
function callEvents(before: RoomState, after: RoomState): readonly Event[] {
  const was = callOf(before)
  const is = callOf(after)
  if (!was || !is) return []
  const devices = (['microphone', 'camera', 'screen'] as const)
    .filter((kind) => was[kind].status !== is[kind].status)
    .map((kind) => new OtDeviceEvent(kind, is[kind].status))
  const ids = (call: Call): readonly string[] => call.participants.map(({ id }) => id)
  return [
    ...devices,
    ...is.participants
      .filter(({ id }) => !ids(was).includes(id))
      .map((one) => new OtParticipantEvent('ot-participant-join', one)),
    ...was.participants
      .filter(({ id }) => !ids(is).includes(id))
      .map((one) => new OtParticipantEvent('ot-participant-leave', one)),
  ]
}

function errorsBetween(before: RoomState, after: RoomState): readonly RoomError[] {
  const known = errorsOf(before)
  return errorsOf(after).filter((error) => !known.includes(error))
}

function errorsOf(state: RoomState): readonly RoomError[] {
  if (state.phase === 'failed') return [state.error]
  if (state.phase === 'left') return state.reason === 'self' ? [] : [state.error]
  const call = callOf(state)
  return call ? [...deviceError(call.camera), ...deviceError(call.microphone)] : []
}

function deviceError(device: LocalDevice): readonly RoomError[] {
  return device.status === 'failed' ? [device.error] : []
}

function toEvent(error: RoomError): Event {
  return new OtErrorEvent(error)
}
