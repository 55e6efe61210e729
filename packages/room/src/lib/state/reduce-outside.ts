import { noDevices, type Chosen } from '../devices/device-list.ts'
import { noCaptions } from './captions.ts'
import type { LocalDevice, WantedDevice, WantedMedia } from './local-device.ts'
import type { RoomEvent } from './room-event.ts'
import {
  lobby,
  type Connected,
  type Joining,
  type Reconnecting,
  type RoomState,
  type Waiting,
} from './room-state.ts'

type Outside = Exclude<RoomState, Connected | Reconnecting>

/** The state after an event while the visitor is not in the room; an event that does not fit the phase changes nothing. */
export function reduceOutside(state: Outside, event: RoomEvent): RoomState {
  switch (state.phase) {
    case 'lobby':
    case 'left':
    case 'failed':
      return event.type === 'join-started'
        ? { phase: 'joining', step: 'preparing', wanted: event.wanted }
        : state
    case 'joining':
    case 'waiting':
      return reduceJoining(state, event)
    default:
      return state satisfies never
  }
}

function reduceJoining(state: Joining | Waiting, event: RoomEvent): RoomState {
  switch (event.type) {
    case 'join-prepared':
      return { phase: 'joining', step: 'connecting', wanted: state.wanted }
    case 'waiting-began':
      return { phase: 'waiting', wanted: event.wanted }
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
        devices: noDevices,
        chosen: chosenOf(state.wanted),
        background: state.wanted.camera.background ?? 'plain',
        replaced: undefined,
        speaker: undefined,
        guests: [],
        features: event.features,
        messages: [],
        hands: [],
        reactions: [],
        captions: noCaptions,
        recordings: [],
        audio: 'playing',
      }
    default:
      return state
  }
}

function chosenOf({ camera, microphone }: WantedMedia): Chosen {
  return {
    ...(camera.deviceId !== undefined && { camera: camera.deviceId }),
    ...(microphone.deviceId !== undefined && { microphone: microphone.deviceId }),
  }
}

function deviceAtEntry(wanted: WantedDevice, role: string): LocalDevice {
  if (role === 'subscriber') return { status: 'forbidden' }
  return wanted.on ? { status: 'starting' } : { status: 'off', by: 'self' }
}
