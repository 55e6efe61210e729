import { closestLanguage, type Language } from '../locales.ts'
import type { Strings } from '../en.ts'
import { talkEn, type TalkStrings } from './en.ts'
import { loadTalk } from './locales.ts'

/** Adds to the words of a call those of talking in it. */
export interface TalkWords {
  /** The same words for the same, so that nothing is shown again in vain; English until the others are there. */
  complete(words: Strings, language: string): Strings
}

/** Fetches what is missing; `changed` hears when it is there. */
export function createTalkWords(changed: () => void): TalkWords {
  const known = new Map<Language, TalkStrings>([['en', talkEn]])
  const completed = new WeakMap<Strings, Strings>()

  function load(language: Language): void {
    known.set(language, talkEn)
    loadTalk(language).then(
      (talk) => {
        known.set(language, talk)
        changed()
      },
      // English is better than nothing.
      () => undefined,
    )
  }

  return {
    complete(words, tag) {
      if (words.talk) return words
      const language = closestLanguage(tag)
      if (!known.has(language)) load(language)
      const talk = known.get(language)
      const before = completed.get(words)
      if (before && before.talk === talk) return before
      const whole = { ...words, talk }
      completed.set(words, whole)
      return whole
    },
  }
}
