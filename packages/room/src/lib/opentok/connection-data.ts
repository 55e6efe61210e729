import { textAt } from '../backend/credentials.ts'

/** Characters of a name that are shown; more is not a name. */
const longest = 80

/** The name in a connection's token data, `{"name": "…"}`; other data, also that of foreign apps, gives none. */
export function participantName(data: string): string | undefined {
  const name = memberOf(data, 'name')
    // Control and direction characters could make one person look like another.
    ?.replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return name ? [...name].slice(0, longest).join('') : undefined
}

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
