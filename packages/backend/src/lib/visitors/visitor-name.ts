import { BackendError } from '../problem/backend-error.ts'

const longest = 64

/**
 * Marks and letters that show nothing, such as the fillers of Hangul; but for the joiners that emoji and several
 * scripts are written with, and for what says whether an emoji has colours.
 */
const invisible = /(?!\u200C|\u200D|\uFE0E|\uFE0F)[\p{Cc}\p{Cf}\p{Cs}\p{DI}]/gu
/** Joiners that join nothing. */
const idle = /(?<![\p{L}\p{M}\p{S}])[\u200C\u200D]+|[\u200C\u200D]+(?![\p{L}\p{M}\p{S}])/gu
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
  const name = text.replace(blank, ' ').replace(invisible, '').replace(idle, '').trim()
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(name) ? name.normalize('NFC') : ''
}
