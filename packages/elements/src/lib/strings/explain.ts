import type { RoomError } from '@ot-room/room'
import type { Explanation, Strings } from './en.ts'

/** The words for an error; a backend's refusal is told apart by its own code. */
export function explain(error: RoomError, strings: Strings): Explanation {
  if (error.code !== 'join-refused' || !error.refusal) return strings.errors[error.code]
  switch (error.refusal.code) {
    case 'unauthenticated':
    case 'forbidden':
    case 'room-not-found':
    case 'too-many-requests':
      return strings.refusals[error.refusal.code]
    default:
      return error.refusal.code.startsWith('upstream')
        ? strings.refusals.upstream
        : strings.errors['join-refused']
  }
}
