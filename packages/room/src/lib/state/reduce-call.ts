import {
  withoutParticipant,
  withoutStream,
  withParticipant,
  withStream,
  withStreamChange,
} from './participants.ts'
import { sameDevices } from '../devices/same-devices.ts'
import { caption, noCaptions, type CaptionsEvent } from './captions.ts'
import type { LocalDevice } from './local-device.ts'
import type { Participant } from './participant.ts'
import type { RoomEvent } from './room-event.ts'
import type { Connected, Reconnecting, RoomState } from './room-state.ts'
import { talk, without, type TalkEvent } from './talk.ts'

type InCall = Connected | Reconnecting

/** The state after an event while the visitor is in the room. */
export function reduceCall(state: InCall, event: RoomEvent): RoomState {
  const { participants, self } = state
  switch (event.type) {
    case 'participant-joined':
      return having(state, withParticipant(participants, event.participant, self))
    case 'participant-left':
      return withoutTrace(having(state, withoutParticipant(participants, event.id)), event.id)
    case 'stream-added': {
      const present = withParticipant(participants, event.participant, self)
      return having(state, withStream(present, event.participant.id, event.stream))
    }
    case 'stream-changed':
      return having(state, withStreamChange(participants, event.id, event.change))
    case 'stream-removed':
      return having(state, withoutStream(participants, event.id))
    case 'device-changed':
      return { ...state, [event.kind]: event.device }
    case 'screen-changed':
      return { ...state, screen: event.screen }
    case 'speaker-changed':
      return state.speaker === event.id ? state : { ...state, speaker: event.id }
    case 'devices-listed':
      return sameDevices(state.devices, event.devices)
        ? state
        : { ...state, devices: event.devices }
    case 'device-chosen':
      return { ...state, chosen: { ...state.chosen, [event.role]: event.deviceId } }
    case 'background-chosen':
      return { ...state, background: event.background }
    case 'device-replaced': {
      const { role, label, deviceId } = event
      return { ...state, replaced: { role, label, deviceId } }
    }
    case 'guests-changed':
      return { ...state, guests: event.guests }
    case 'message-came':
    case 'history-came':
    case 'hand-raised':
    case 'hand-lowered':
    case 'reaction-came':
    case 'reaction-faded':
      return talking(state, event)
    case 'captions-changed':
    case 'caption-came':
    case 'caption-faded':
      return captioned(state, event)
    case 'recording-began':
      if (state.recordings.includes(event.id)) return state
      return { ...state, recordings: [...state.recordings, event.id] }
    case 'recording-ended':
      return { ...state, recordings: state.recordings.filter((id) => id !== event.id) }
    case 'audio-blocked':
      return state.audio === 'blocked' ? state : { ...state, audio: 'blocked' }
    case 'audio-unblocked':
      return state.audio === 'playing' ? state : { ...state, audio: 'playing' }
    case 'connection-dropped':
      return { ...state, phase: 'reconnecting', stage: 'resuming' }
    case 'connection-restored':
      return connected(state)
    case 'connection-lost':
      return rejoining(state)
    case 'waiting-began':
      // A host has to let the visitor back in, too.
      return state.phase === 'reconnecting' ? { phase: 'waiting', wanted: event.wanted } : state
    case 'joined':
      return state.phase === 'reconnecting' ? backIn(state, event) : state
    case 'departed':
      return { phase: 'left', ...event.departure }
    case 'join-started':
    case 'join-prepared':
    case 'join-cancelled':
    case 'join-failed':
      return state
    default:
      return event satisfies never
  }
}

function having(state: InCall, participants: readonly Participant[]): InCall {
  return participants === state.participants ? state : { ...state, participants }
}

function withoutTrace(state: InCall, id: string): InCall {
  const silent = state.speaker === id ? { ...state, speaker: undefined } : state
  return without(silent, id)
}

function talking(state: InCall, event: TalkEvent): InCall {
  const { messages, hands, reactions } = state
  const before = { messages, hands, reactions }
  const after = talk(before, event)
  return after === before ? state : { ...state, ...after }
}

function captioned(state: InCall, event: CaptionsEvent): InCall {
  const captions = caption(state.captions, event)
  return captions === state.captions ? state : { ...state, captions }
}

function connected(state: InCall): Connected {
  if (state.phase === 'connected') return state
  const { stage: _, ...call } = state
  return { ...call, phase: 'connected' }
}

/** Everybody's streams went with the connection, and who is there will be known when the visitor is back. */
function rejoining(state: InCall): Reconnecting {
  return {
    ...state,
    phase: 'reconnecting',
    stage: 'rejoining',
    participants: state.participants.map((one) => ({ ...one, streams: [] })),
    camera: waiting(state.camera),
    microphone: waiting(state.microphone),
    screen: state.screen.status === 'forbidden' ? state.screen : { status: 'off' },
    speaker: undefined,
    guests: [],
    reactions: [],
  }
}

function backIn(
  state: Reconnecting,
  { self, role, features }: Extract<RoomEvent, { type: 'joined' }>,
): Connected {
  const participants = [{ ...self, self: true, streams: [] }]
  // Who has a hand up, and what is recorded or written down, is told to whoever comes in.
  const known = { hands: [], recordings: [], captions: noCaptions }
  return {
    ...connected(state),
    ...known,
    self: self.id,
    role,
    features,
    participants,
    audio: 'playing',
  }
}

function waiting(device: LocalDevice): LocalDevice {
  return device.status === 'on' ? { status: 'starting' } : device
}
