import { BackendError } from '../problem/backend-error.ts'

const longest = 64

/** Joiners that emoji and several scripts are written with, and what says whether an emoji has colours. */
const shaping = '\u200C\u200D\uFE0E\uFE0F'
/** All other marks that show nothing, and letters that do not either, such as the fillers of Hangul. */
const invisible = new RegExp(
  `(?![${shaping}])[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Default_Ignorable_Code_Point}]`,
  'gu',
)
/** What shapes nothing, since there is nothing before or after it. */
const idle = new RegExp(`^[${shaping} ]+|(?<=[ ${shaping}])[\u200C\u200D]+|[\u200C\u200D ]+$`, 'gu')
/** Spaces, and the braille pattern without a dot. */
const blank = /[\s\u2800]+/g

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
  const name = text.replace(blank, ' ').replace(invisible, '').replace(idle, '').normalize('NFC')
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(name) ? name : ''
}
