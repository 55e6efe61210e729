import type { Strings } from './en.ts'

/** A language's words, and which way it is written. */
export interface Locale {
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  readonly strings: Strings
}

/** Each language is a file of its own, fetched when it is spoken. */
const loaders = {
  en: async () => (await import('./en.ts')).en,
} satisfies Record<string, () => Promise<Strings>>

/** The languages there are, by their BCP 47 tag. */
export type Language = keyof typeof loaders

/** The languages there are. */
export const languages = Object.keys(loaders) as readonly Language[]

const fromRightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he'])

/** The language that comes closest to a tag: `pt-BR` is `pt`, one that there is not is English. */
export function closestLanguage(tag: string): Language {
  const [wanted = ''] = tag.toLowerCase().split('-')
  // Hebrew's tag until 1989, which some systems still send.
  const modern = wanted === 'iw' ? 'he' : wanted
  return languages.find((language) => language === modern) ?? 'en'
}

/** Fetches the words of the language that comes closest to a tag. */
export async function loadLocale(tag: string): Promise<Locale> {
  const language = closestLanguage(tag)
  return { language, direction: directionOf(language), strings: await loaders[language]() }
}

/** Which way a language is written. */
export function directionOf(language: Language): Locale['direction'] {
  return fromRightToLeft.has(language) ? 'rtl' : 'ltr'
}
