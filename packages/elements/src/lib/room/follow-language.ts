import { lobbyEn, type LobbyStrings } from '../strings/lobby-en.ts'
import { languageOf, onLanguageChange } from '../strings/language.ts'
import { localeTag } from '../strings/locale-tag.ts'
import { loadLocale } from '../strings/locales.ts'

/** The words in use, which language they are, and which way it is written. */
export interface Speech {
  readonly strings: LobbyStrings
  readonly language: string
  /** The same with the region that the page names, for clocks and for reading aloud. */
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
}

/** English, which is there from the start as far as a lobby needs it. */
export const english: Speech = { strings: lobbyEn, language: 'en', tag: 'en', direction: 'ltr' }

/** What becomes of an element's language. */
export interface SpeechListener {
  changed(speech: Speech): void
  /** The words did not load, and those there are stay. */
  failed(): void
}

/** The words of an element, as its language says. */
export interface Following {
  /** Resolves when the first ones are there, or did not load. */
  readonly first: Promise<void>
  /** Tries once more what did not load; a network that comes back does so too. */
  again(): void
}

/** Fetches the words of an element's language, now and whenever the page changes it, until `signal` aborts. */
export function followLanguage(
  element: Element,
  listener: SpeechListener,
  signal: AbortSignal,
): Following {
  let wanted: string | undefined = 'en'
  const follow = async (): Promise<void> => {
    const language = languageOf(element)
    if (language === wanted) return
    wanted = language
    const locale = await loadLocale(language).catch(() => undefined)
    if (language !== wanted || signal.aborted) return
    if (locale) return listener.changed({ ...locale, tag: tagFor(locale.language, language) })
    wanted = undefined
    listener.failed()
  }
  onLanguageChange(element, () => void follow(), signal)
  const again = (): void => void follow()
  globalThis.addEventListener('online', again, { signal })
  return { first: follow(), again }
}

/** The page's own tag, where it is of the language that is shown. */
function tagFor(shown: string, wanted: string): string {
  const tag = localeTag(wanted)
  return tag.split('-')[0] === shown ? tag : shown
}
