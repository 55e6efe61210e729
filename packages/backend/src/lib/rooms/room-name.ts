import { BackendError } from '../problem/backend-error.ts'

/** NFKC can make one character eighteen, so the length is looked at before as well. */
const longestGiven = 256

const canonical = /^[\p{L}\p{N}_-](?:[\p{L}\p{M}\p{N}._-]{0,62}[\p{L}\p{M}\p{N}_-])?$/u

/** Letters and marks among them that show nothing: with one more, another room would look the same. */
const invisible = /\p{DI}/u

/**
 * The one spelling of a room's name: NFKC, trimmed, lower case; 1 to 64 letters, digits, `-`, `_`
 * and inner `.`. Throws BackendError `room-name-invalid`.
 */
export function canonicalRoomName(given: string): string {
  const folded = given.length > longestGiven ? '' : fold(given)
  if (!canonical.test(folded) || invisible.test(folded)) {
    throw new BackendError(
      'room-name-invalid',
      'A room name has 1 to 64 letters and digits, with "-", "_" and "." between them.',
    )
  }
  return folded
}

function fold(name: string): string {
  // Lower case can break composed characters apart again.
  return name.normalize('NFKC').trim().toLowerCase().normalize('NFKC')
}
