import type { LocalDevice, WantedDevice } from './local-device.ts'
import { reduceCall } from './reduce-call.ts'
import type { RoomEvent } from './room-event.ts'
import { lobby, type Joining, type RoomState } from './room-state.ts'

/** The state after an event; an event that does not fit the phase changes nothing. */
export function reduce(state: RoomState, event: RoomEvent): RoomState {
  switch (state.phase) {
    case 'lobby':
    case 'left':
    case 'failed':
      return event.type === 'join-started'
        ? { phase: 'joining', step: 'preparing', wanted: event.wanted }
        : state
    case 'joining':
      return reduceJoining(state, event)
    case 'connected':
    case 'reconnecting':
      return reduceCall(state, event)
    default:
      return state satisfies never
  }
}

function reduceJoining(state: Joining, event: RoomEvent): RoomState {
  switch (event.type) {
    case 'join-prepared':
      return { ...state, step: 'connecting' }
    case 'join-cancelled':
      return lobby
    case 'join-failed':
      return { phase: 'failed', error: event.error }
    case 'joined':
      return {
        phase: 'connected',
        self: event.self.id,
        role: event.role,
        participants: [{ ...event.self, self: true, streams: [] }],
        camera: deviceAtEntry(state.wanted.camera, event.role),
        microphone: deviceAtEntry(state.wanted.microphone, event.role),
        screen: { status: event.role === 'subscriber' ? 'forbidden' : 'off' },
        speaker: undefined,
        audio: 'playing',
      }
    default:
      return state
  }
}

function deviceAtEntry(wanted: WantedDevice, role: string): LocalDevice {
  if (role === 'subscriber') return { status: 'forbidden' }
  return wanted.on ? { status: 'starting' } : { status: 'off', by: 'self' }
}
