/** How much one participant may say. */
export interface Allowance {
  /** So many at once. */
  readonly burst: number
  /** And so many more a second. */
  readonly perSecond: number
}

/** What people type and press by hand, and far less than a program can send. */
export const messageAllowance: Allowance = { burst: 20, perSecond: 2 }
export const reactionAllowance: Allowance = { burst: 10, perSecond: 3 }
export const handAllowance: Allowance = { burst: 5, perSecond: 1 }

/** Counts by participant; says whether one more may be heard. */
export type Allowed = (participant: string, now: number) => boolean

/** Keeps one participant from using up the attention, and the machine, of everybody. */
export function createAllowed({ burst, perSecond }: Allowance): Allowed {
  // The moment up to which somebody has used up what they have (GCRA).
  const used = new Map<string, number>()
  const apart = 1000 / perSecond
  return (participant, now) => {
    const next = Math.max(now, used.get(participant) ?? 0) + apart
    if (next - now > burst * apart) return false
    used.set(participant, next)
    return true
  }
}
