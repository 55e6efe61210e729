/** What hosts have said about who may come into a room. Plain JSON. */
export interface HouseRules {
  readonly locked: boolean
  /** What bans go by, the latest last. */
  readonly banned: readonly string[]
}

/** A list of more would be too large for some stores. */
export const mostBanned = 2000

export const openHouse: HouseRules = { locked: false, banned: [] }

export function locking(rules: HouseRules, locked: boolean): HouseRules {
  return { ...rules, locked }
}

/** With one more ban; undefined when there are too many already. */
export function banning(rules: HouseRules, key: string): HouseRules | undefined {
  if (rules.banned.includes(key)) return rules
  return rules.banned.length < mostBanned ? { ...rules, banned: [...rules.banned, key] } : undefined
}

export function pardoning(rules: HouseRules, key: string): HouseRules {
  return { ...rules, banned: rules.banned.filter((banned) => banned !== key) }
}
