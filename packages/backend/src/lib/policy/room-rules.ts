import type { RoomRules } from './room-policy.ts'

/** What holds for rooms of which no policy speaks. */
export type DefaultRules = Pick<RoomRules, 'session' | 'tokenLifetime'>

/** Makes the rules of a room, by its canonical name. */
export type RulesFor = (room: string) => RoomRules

/** The rules of a room that has none of its own. */
export function unlimited({ session, tokenLifetime }: DefaultRules): RoomRules {
  return {
    session,
    locate: () => undefined,
    sessionLifetime: undefined,
    tokenLifetime,
    maxPeople: Infinity,
    openness: () => ({ open: true, closesIn: Infinity }),
    hostStarts: false,
    features: undefined,
  }
}
