import { BackendError } from '../problem/backend-error.ts'

const longest = 64

/** Joiners that emoji and several scripts are written with; all other invisible marks go. */
const zeroWidthJoiners = '\u200C\u200D'
const invisible = new RegExp(`(?![${zeroWidthJoiners}])[\\p{Cc}\\p{Cf}\\p{Cs}]`, 'gu')

/**
 * A visitor's name as others may see it: spaces folded, control, bidi and invisible characters
 * removed. Throws BackendError `visitor-name-invalid` unless 1 to 64 characters are left.
 */
export function visitorName(given: unknown): string {
  const name = typeof given === 'string' ? readable(given) : ''
  if (name === '' || Array.from(name).length > longest) {
    throw new BackendError('visitor-name-invalid', 'A name is a text of 1 to 64 characters.')
  }
  return name
}

/** A name that the site vouches for: cleaned and cut to 64 characters; nothing if nothing is left. */
export function vouchedName(given: string): string | undefined {
  return Array.from(readable(given)).slice(0, longest).join('').trim() || undefined
}

function readable(text: string): string {
  const name = text.replace(/\s+/g, ' ').replace(invisible, '').trim().normalize('NFC')
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(name) ? name : ''
}
