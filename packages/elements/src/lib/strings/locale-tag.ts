/** Tags that some systems still send, and what they are called now. */
const renamed: Readonly<Record<string, string>> = { iw: 'he', in: 'id', ji: 'yi' }

/**
 * A language tag that browsers take, of whatever a page, a system or a content management system calls a language: `pt_BR`,
 * `de_DE.UTF-8@euro`, `iw`, `C`. Never throws; what is no language is English.
 */
export function localeTag(given: string): string {
  const [first = '', ...rest] = given
    .trim()
    .replace(/[.@].*$/s, '')
    .replaceAll('_', '-')
    .split('-')
  const primary = renamed[first.toLowerCase()] ?? first
  return canonical([primary, ...rest].join('-')) ?? canonical(primary) ?? 'en'
}

function canonical(tag: string): string | undefined {
  try {
    // A browser would take `C` for nothing, and `posix` for a language.
    return /^(?!posix)[a-z]{2,3}(?:-|$)/i.test(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined
  } catch {
    return undefined
  }
}
