import { textAt } from '../backend/credentials.ts'

/** Characters of a name that are shown; more is not a name. */
const longest = 80

/** The name in a connection's token data, `{"name": "…"}`; other data, also that of foreign apps, gives none. */
export function participantName(data: string): string | undefined {
  return shownName(memberOf(data, 'name'))
}

/**
 * A name as others see it, by the rule of the backend: without what shows nothing or changes the direction of the words
 * around it, and with the joiners that scripts and emoji are written with. Undefined where nothing is left to see.
 */
export function shownName(given: string | undefined): string | undefined {
  const name = given?.replace(blank, ' ').replace(invisible, '').replace(idle, '').trim()
  if (!name || !/[\p{L}\p{N}\p{P}\p{S}]/u.test(name)) return undefined
  return [...name].slice(0, longest).join('')
}

/** Control and direction characters, and marks and letters that show nothing; but for joiners and the colours of emoji. */
const invisible = /(?!\u200C|\u200D|\uFE0E|\uFE0F)[\p{Cc}\p{Cf}\p{Cs}\p{DI}]/gu
/** Joiners that join nothing. */
const idle = /(?<![\p{L}\p{M}\p{S}])[\u200C\u200D]+|[\u200C\u200D]+(?![\p{L}\p{M}\p{S}])/gu
/** Spaces, and the braille pattern without a dot. */
const blank = /[\s\u2800]+/g

/** The id in a connection's token data by which the backend knows a visitor. */
export function visitorId(data: string): string | undefined {
  return memberOf(data, 'id')
}

function memberOf(data: string, key: string): string | undefined {
  try {
    const json: unknown = JSON.parse(data)
    return typeof json === 'object' && json ? textAt(json, key) : undefined
  } catch {
    return undefined
  }
}
