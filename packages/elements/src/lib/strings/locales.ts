import type { Strings } from './en.ts'
import { localeTag } from './locale-tag.ts'

/** A language's words, and which way it is written. */
export interface Locale {
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  readonly strings: Strings
}

/** Each language is a file of its own, fetched when it is spoken. */
const loaders = {
  ar: async () => (await import('./ar.ts')).ar,
  de: async () => (await import('./de.ts')).de,
  en: async () => (await import('./en.ts')).en,
  es: async () => (await import('./es.ts')).es,
  fa: async () => (await import('./fa.ts')).fa,
  fr: async () => (await import('./fr.ts')).fr,
  he: async () => (await import('./he.ts')).he,
  hi: async () => (await import('./hi.ts')).hi,
  id: async () => (await import('./id.ts')).id,
  it: async () => (await import('./it.ts')).it,
  ja: async () => (await import('./ja.ts')).ja,
  ko: async () => (await import('./ko.ts')).ko,
  nl: async () => (await import('./nl.ts')).nl,
  pl: async () => (await import('./pl.ts')).pl,
  pt: async () => (await import('./pt.ts')).pt,
  ru: async () => (await import('./ru.ts')).ru,
  sv: async () => (await import('./sv.ts')).sv,
  tr: async () => (await import('./tr.ts')).tr,
  uk: async () => (await import('./uk.ts')).uk,
  zh: async () => (await import('./zh.ts')).zh,
} satisfies Record<string, () => Promise<Strings>>

/** The languages there are, by their BCP 47 tag. */
export type Language = keyof typeof loaders

/** The languages there are. */
export const languages = Object.keys(loaders) as readonly Language[]

const fromRightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he'])

/** The language that comes closest to a tag: `pt-BR` is `pt`, one that there is not is English. */
export function closestLanguage(tag: string): Language {
  const [wanted = ''] = localeTag(tag).split('-')
  return languages.find((language) => language === wanted) ?? 'en'
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
