/** What hosts have said about who may come into a room. Plain JSON. */
export interface HouseRules {
  readonly locked: boolean
  /** Ids of visitors, the latest last. */
  readonly banned: readonly string[]
}

/** Of more, the ones banned longest ago are forgotten. */
const mostBanned = 500

export const openHouse: HouseRules = { locked: false, banned: [] }

export function locking(rules: HouseRules, locked: boolean): HouseRules {
  return { ...rules, locked }
}

export function banning(rules: HouseRules, visitor: string): HouseRules {
  const others = rules.banned.filter((banned) => banned !== visitor)
  return { ...rules, banned: [...others, visitor].slice(-mostBanned) }
}

export function pardoning(rules: HouseRules, visitor: string): HouseRules {
  return { ...rules, banned: rules.banned.filter((banned) => banned !== visitor) }
}
