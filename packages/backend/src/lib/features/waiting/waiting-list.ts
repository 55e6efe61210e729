import { sameText } from '../../secrets/same-text.ts'

/** Somebody who has knocked. Plain JSON. */
export interface Guest {
  /** What hosts call them by. */
  readonly id: string
  /** What they prove with that it is they: known to nobody else. */
  readonly ticket: string
  readonly name?: string | undefined
  readonly visitor?: string | undefined
  readonly state: 'waiting' | 'admitted' | 'denied'
  /** Milliseconds since 1970. */
  readonly since: number
  /** When they last asked, in milliseconds since 1970. */
  readonly seen: number
}

export type WaitingList = readonly Guest[]

/** Somebody knocks: for the first time or again. */
export type Knock = Pick<Guest, 'id' | 'ticket' | 'name' | 'visitor'>

const mostGuests = 200

/** Who has not asked for so long has gone away. */
const patienceMs = 60_000

/** How long a host's word holds. */
const wordMs = 12 * 3_600_000

/** Those who are still there, or whom a host has spoken about. */
export function present(list: WaitingList, now: number): WaitingList {
  return list.filter(({ state, seen }) => now - seen < (state === 'waiting' ? patienceMs : wordMs))
}

/** Whoever knocks, as they are on the list: by their ticket, or by who they are when that is known. */
export function guestOf(list: WaitingList, { ticket, visitor }: Knock): Guest | undefined {
  return (
    list.find((guest) => sameText(guest.ticket, ticket)) ??
    list.find(
      (guest) => visitor !== undefined && guest.visitor === visitor && guest.state === 'denied',
    )
  )
}

/** The list after a knock; undefined if it is full. */
export function knocked(list: WaitingList, knock: Knock, now: number): WaitingList | undefined {
  const known = guestOf(list, knock)
  if (known !== undefined) {
    return list.map((guest) => (guest === known ? { ...guest, seen: now } : guest))
  }
  if (list.length >= mostGuests) return undefined
  return [...list, { ...knock, state: 'waiting', since: now, seen: now }]
}

/** The list after a host's word about one guest; undefined if there is no such guest. */
export function judged(
  list: WaitingList,
  { guest: id, state }: { readonly guest: string; readonly state: Guest['state'] },
  now: number,
): WaitingList | undefined {
  if (!list.some((guest) => guest.id === id)) return undefined
  return list.map((guest) => (guest.id === id ? { ...guest, state, seen: now } : guest))
}

/** The list after a host has let in everybody who waits. */
export function allAdmitted(list: WaitingList, now: number): WaitingList {
  return list.map((guest) =>
    guest.state === 'waiting' ? { ...guest, state: 'admitted', seen: now } : guest,
  )
}
