import { lobbyEn, type LobbyStrings } from '../strings/lobby-en.ts'
import { languageOf, onLanguageChange } from '../strings/language.ts'
import { loadLocale } from '../strings/locales.ts'

/** The words in use, which language they are, and which way it is written. */
export interface Speech {
  readonly strings: LobbyStrings
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}

/** English, which is there from the start as far as a lobby needs it. */
export const english: Speech = { strings: lobbyEn, language: 'en', direction: 'ltr' }

/** Fetches the words of an element's language, now and whenever the page changes it, until `signal` aborts. */
export function followLanguage(
  element: Element,
  changed: (speech: Speech) => void,
  signal: AbortSignal,
): void {
  let wanted = 'en'
  const follow = async (): Promise<void> => {
    const language = languageOf(element)
    if (language === wanted) return
    wanted = language
    // Words that do not load leave the visitor with those there are.
    const locale = await loadLocale(language).catch(() => undefined)
    if (locale && language === wanted && !signal.aborted) changed(locale)
  }
  onLanguageChange(element, () => void follow(), signal)
  void follow()
}
