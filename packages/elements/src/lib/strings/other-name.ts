import type { Strings } from './en.ts'

/** What somebody else is called; nobody can call themselves what the visitor is called to themselves, "Ada (you)". */
export function otherName(
  name: string | undefined,
  strings: Pick<Strings, 'guest' | 'you'>,
): string {
  const marks = strings
    .you('\0')
    .split('\0')
    .map((mark) => mark.trim())
  let rest = (name ?? '').trim()
  for (const mark of marks.filter((one) => one !== '')) {
    while (rest.endsWith(mark) || rest.startsWith(mark)) {
      rest = (rest.endsWith(mark) ? rest.slice(0, -mark.length) : rest.slice(mark.length)).trim()
    }
  }
  return rest || strings.guest
}
