import { textAt } from '../backend/credentials.ts'

/** Characters of a name that are shown; more is not a name. */
const longest = 80

/** The name in a connection's token data, `{"name": "…"}`; other data, also that of foreign apps, gives none. */
export function participantName(data: string): string | undefined {
  const name = nameIn(data)
    // Control and direction characters could make one person look like another.
    ?.replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return name ? [...name].slice(0, longest).join('') : undefined
}

function nameIn(data: string): string | undefined {
  try {
    const json: unknown = JSON.parse(data)
    return typeof json === 'object' && json ? textAt(json, 'name') : undefined
  } catch {
    return undefined
  }
}
