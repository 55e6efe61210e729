import { reduceCall } from './reduce-call.ts'
import { reduceOutside } from './reduce-outside.ts'
import type { RoomEvent } from './room-event.ts'
import type { RoomState } from './room-state.ts'

/** The state after an event; an event that does not fit the phase changes nothing. */
export function reduce(state: RoomState, event: RoomEvent): RoomState {
  return state.phase === 'connected' || state.phase === 'reconnecting'
    ? reduceCall(state, event)
    : reduceOutside(state, event)
}
