/** A department or pronouns in brackets; the closing bracket may be missing. */
const aside = /\([^()]*(?:\)|$)|\[[^[\]]*(?:\]|$)/g

/** One or two letters for a name: of its first and its last word that begins with one; of a name without letters what it begins with, `?` for none. */
export function initialsOf(name = ''): string {
  // NFKC turns full-width letters and brackets, and ligatures, into ordinary ones.
  const plain = name.normalize('NFKC')
  const letters = lettersOf(plain.replace(aside, ' '))
  const [first = lettersOf(plain)[0] ?? beginningOf(plain)] = letters
  const last = letters.length > 1 ? (letters.at(-1) ?? '') : ''
  return `${first}${last}`.toLocaleUpperCase() || '?'
}

/** The first letter or digit of each word, with the marks that belong to it. */
function lettersOf(text: string): readonly string[] {
  return text.split(/\s+/).flatMap((word) => /[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0] ?? [])
}

/** The first grapheme; in browsers without `Intl.Segmenter` the first code point. */
function beginningOf(text: string): string {
  const sign = text.trim()
  if (typeof Intl.Segmenter !== 'function') return [...sign][0] ?? ''
  return [...new Intl.Segmenter().segment(sign)][0]?.segment ?? ''
}

/** An angle on the colour wheel that is always the same for a person, 0 to 359. */
export function hueOf(id: string): number {
  let hash = 0
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360
  return hash
}
