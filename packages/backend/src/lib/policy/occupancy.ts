/** Who is expected in a session, and who has come. Plain JSON. */
export interface Occupancy {
  /** Tokens that were handed out and that nobody has connected with yet. */
  readonly seats: readonly Seat[]
  /** Ids of those who are connected and whose seat is taken off the list. */
  readonly arrived: readonly string[]
}

/** A token that may still admit somebody; milliseconds since 1970. */
export interface Seat {
  readonly since: number
  readonly until: number
}

/** Somebody who is connected; milliseconds since 1970. */
export interface Present {
  readonly id: string
  readonly since: number
}

/** The platform's clock and ours may differ by this much, in milliseconds. */
const leeway = 5000

export const nobody: Occupancy = { seats: [], arrived: [] }

/**
 * Takes off the list the tokens that admit no more, and those that newly connected people came with:
 * for each the youngest that is older than their connection, so that older ones are left for others.
 */
export function settled(
  { seats, arrived }: Occupancy,
  present: readonly Present[],
  now: number,
): Occupancy {
  const open = seats
    .filter(({ until }) => until > now)
    .toSorted((one, other) => one.since - other.since)
  const newcomers = present.filter(({ id }) => !arrived.includes(id))
  for (const { since } of newcomers.toSorted((one, other) => other.since - one.since)) {
    const index = open.findLastIndex((seat) => seat.since <= since + leeway)
    if (index !== -1) open.splice(index, 1)
  }
  return { seats: open, arrived: present.map(({ id }) => id) }
}

/** How many are in the room or may come at any moment. */
export function peopleIn({ seats, arrived }: Occupancy): number {
  return seats.length + arrived.length
}
