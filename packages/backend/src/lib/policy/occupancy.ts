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
  /** Whose it is, where that is known. */
  readonly member?: string
  readonly network?: string
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

/** Who wants a seat, and how many there are. */
export interface SeatTerms {
  readonly maxPeople: number
  /** How long the token admits, in milliseconds. */
  readonly lastsMs: number
  /** Hosts always get in; they count for everybody else. */
  readonly isHost: boolean
  /** Somebody whom the site knows: their newer unused seat replaces the older one. */
  readonly member?: string
  /** Where a stranger comes from: unused seats of one network fill half of a room at most. */
  readonly network?: string | undefined
}

/** What came of it, and the room after that where it has changed. */
export interface Seating {
  readonly outcome: 'taken' | 'full' | 'too-many-at-once'
  readonly state?: Occupancy
}

/** Takes a seat for somebody, of those that are left. */
export function seated({ seats, arrived }: Occupancy, terms: SeatTerms, now: number): Seating {
  const { maxPeople, lastsMs, isHost, member, network } = terms
  const others = member === undefined ? seats : seats.filter((seat) => seat.member !== member)
  const ofNetwork = network === undefined ? [] : others.filter((seat) => seat.network === network)
  const tooMany = ofNetwork.length >= Math.max(1, Math.floor(maxPeople / 2))
  if (!isHost && peopleIn({ seats: others, arrived }) >= maxPeople) return { outcome: 'full' }
  if (!isHost && tooMany) return { outcome: 'too-many-at-once' }
  const seat = {
    since: now,
    until: now + lastsMs,
    ...(member !== undefined && { member }),
    ...(network !== undefined && { network }),
  }
  return { outcome: 'taken', state: { seats: [...others, seat], arrived } }
}
