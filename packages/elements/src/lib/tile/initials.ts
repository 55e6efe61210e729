/** One or two letters for a name, `?` for none. */
export function initialsOf(name: string | undefined): string {
  const words = name?.trim().split(/\s+/) ?? []
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word ? [...word][0] : ''))
    .join('')
  return letters.toLocaleUpperCase() || '?'
}

/** An angle on the colour wheel that is always the same for a person, 0 to 359. */
export function hueOf(id: string): number {
  let hash = 0
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360
  return hash
}
