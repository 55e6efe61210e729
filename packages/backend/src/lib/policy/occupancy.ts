/** A token that was handed out and may still admit somebody; milliseconds since 1970. */
export interface Seat {
  readonly since: number
  readonly until: number
}

/** The platform's clock and ours may differ by this much, in milliseconds. */
const leeway = 5000

/** Seats whose token can still be used. */
export function validSeats(seats: readonly Seat[], now: number): readonly Seat[] {
  return seats.filter(({ until }) => until > now)
}

/**
 * How many are in a room at most: those who are connected, and those who have a token and may yet
 * come. Every connection that is younger than a token may be the one it was for, and takes it from the list.
 */
export function occupancy(seats: readonly Seat[], connectedSince: readonly number[]): number {
  const open = seats.map(({ since }) => since).toSorted((one, other) => one - other)
  for (const connected of connectedSince.toSorted((one, other) => other - one)) {
    // The youngest token that is older than this connection; older ones are left for older connections.
    const index = open.findLastIndex((since) => since <= connected + leeway)
    if (index !== -1) open.splice(index, 1)
  }
  return connectedSince.length + open.length
}
