import { en, type Strings } from './en.ts'
import { talkEn, type TalkStrings } from './talk/en.ts'
import type { LobbyStrings } from './lobby-en.ts'

/** The words of a call: those that came with a language, else the English ones, of which a lobby has but a part. */
export function callStrings(words: LobbyStrings | undefined): Strings {
  return words && isWhole(words) ? words : en
}

/** The words of talking in a call, English until those of the language are there. */
export function talkStrings(words: LobbyStrings | undefined): TalkStrings {
  return callStrings(words).talk ?? talkEn
}

function isWhole(words: LobbyStrings): words is Strings {
  return 'leave' in words
}
