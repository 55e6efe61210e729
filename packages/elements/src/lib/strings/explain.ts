import type { Refusal, RoomError } from '@ot-room/room'
import type { Strings } from './en.ts'
import type { Explanation } from './lobby-en.ts'

/** The words for an error; a refusal is told apart by its HTTP status, which every backend has. */
export function explain(error: RoomError, strings: Strings): Explanation {
  const { code, refusal } = error
  return (code === 'join-refused' && refusal && ofRefusal(refusal, strings)) || strings.errors[code]
}

function ofRefusal({ status, code }: Refusal, { refusals }: Strings): Explanation | undefined {
  if (code === 'denied') return refusals.denied
  // Not an answer of the backend: somebody in between, such as a security plugin, knows neither the visitor nor the room.
  if (code.startsWith('http-') && status < 500 && status !== 429) return undefined
  switch (status) {
    case 401:
      return refusals.signIn
    case 403:
      return refusals.notAllowed
    case 404:
      return refusals.unknown
    case 429:
      return refusals.tooOften
    default:
      return status >= 500 ? refusals.ailing : undefined
  }
}
