import {
  withoutParticipant,
  withoutStream,
  withParticipant,
  withStream,
  withStreamChange,
} from './participants.ts'
import type { Participant } from './participant.ts'
import type { RoomEvent } from './room-event.ts'
import type { Connected, Reconnecting, RoomState } from './room-state.ts'

type InCall = Connected | Reconnecting

/** The state after an event while the visitor is in the room. */
export function reduceCall(state: InCall, event: RoomEvent): RoomState {
  const { participants, self } = state
  switch (event.type) {
    case 'participant-joined':
      return having(state, withParticipant(participants, event.participant, self))
    case 'participant-left':
      return having(state, withoutParticipant(participants, event.id))
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
    case 'audio-blocked':
      return state.audio === 'blocked' ? state : { ...state, audio: 'blocked' }
    case 'audio-unblocked':
      return state.audio === 'playing' ? state : { ...state, audio: 'playing' }
    case 'connection-dropped':
      return { ...state, phase: 'reconnecting' }
    case 'connection-restored':
      return { ...state, phase: 'connected' }
    case 'departed':
      return { phase: 'left', ...event.departure }
    case 'join-started':
    case 'join-prepared':
    case 'join-cancelled':
    case 'join-failed':
    case 'joined':
      return state
    default:
      return event satisfies never
  }
}

function having(state: InCall, participants: readonly Participant[]): InCall {
  return participants === state.participants ? state : { ...state, participants }
}
