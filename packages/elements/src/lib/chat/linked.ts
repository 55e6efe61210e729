import { isUrl } from '../shell/is-url.ts'
/** A piece of a text: plain, or an address that can be opened. */
export type Piece = { readonly text: string; readonly href?: string }

/** What ends a sentence rather than an address. */
const ends = new Set('.,:;!?…\'"”’»]}')

/** A web address ends at a space, at Chinese or Japanese punctuation, and at an invisible or direction-changing character. */
const addresses = new RegExp(
  String.raw`\bhttps?://[^\s<>\p{Cc}\p{Cf}\p{DI}\u3001\u3002\u3008-\u3011\uFF01\uFF08\uFF09\uFF0C\uFF1A\uFF1B\uFF1F]+`,
  'giu',
)

/** Finds the web addresses in a text. Nothing but `http` and `https` is one; the text as a whole stays what it was. */
export function linked(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(addresses)) {
    const address = withoutEnd(found)
    if (!isHonest(address)) continue
    if (index > end) pieces.push({ text: text.slice(end, index) })
    pieces.push({ text: address, href: address })
    end = index + address.length
  }
  if (end < text.length) pieces.push({ text: text.slice(end) })
  return pieces
}

/** Without the signs that belong to the sentence; a bracket that was opened inside belongs to the address. */
function withoutEnd(found: string): string {
  let opened = count(found, '(') - count(found, ')')
  let length = found.length
  for (; length > 0; length -= 1) {
    const last = found[length - 1] ?? ''
    if (last === ')' && opened < 0) opened += 1
    else if (!ends.has(last)) break
  }
  return found.slice(0, length)
}

function count(text: string, sign: string): number {
  let found = 0
  for (const one of text) if (one === sign) found += 1
  return found
}

/** Whether an address leads where it seems to: `https://bank.example@evil.example` is at evil.example. */
function isHonest(address: string): boolean {
  // A browser reads a backslash as a slash; people do not.
  return isUrl(address) && !/^https?:\/\/[^/?#]*[@\\]/i.test(address)
}
