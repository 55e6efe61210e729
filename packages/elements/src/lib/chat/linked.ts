/** A piece of a text: plain, or an address that can be opened. */
export type Piece = { readonly text: string; readonly href?: string }

/** What ends a sentence rather than an address. */
const trailing = /[.,:;!?'"”’»)\]}]+$/

/** Finds the web addresses in a text. Nothing but `http` and `https` is one; the text as a whole stays what it was. */
export function linked(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(/\bhttps?:\/\/[^\s<>]+/giu)) {
    const address = found.replace(trailing, '')
    if (!URL.canParse(address)) continue
    if (index > end) pieces.push({ text: text.slice(end, index) })
    pieces.push({ text: address, href: address })
    end = index + address.length
  }
  if (end < text.length) pieces.push({ text: text.slice(end) })
  return pieces
}
