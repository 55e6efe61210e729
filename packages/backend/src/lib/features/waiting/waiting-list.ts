import { sameText } from '../../secrets/same-text.ts'

/** Somebody who has knocked. Plain JSON. */
export interface WaitingVisitor {
  /** What hosts call them by. */
  readonly id: string
  /** What they prove with that it is they: known to nobody else, and good for one join. */
  readonly ticket: string
  readonly name?: string | undefined
  /** The id of somebody whom the site's rule knows. */
  readonly member?: string | undefined
  /** What bans know them by. */
  readonly banKey?: string | undefined
  readonly state: 'waiting' | 'admitted' | 'denied'
  /** Milliseconds since 1970. */
  readonly since: number
  /** When they last asked, or a host decided, in milliseconds since 1970. */
  readonly seen: number
  /** The meeting that they were admitted to; none yet when it had not begun. */
  readonly sessionId?: string | undefined
  /** The id that others see of them, once they have joined. */
  readonly visitor?: string | undefined
  /** Their latest request that is kept waiting. */
  readonly poll?: string | undefined
}

export type WaitingList = readonly WaitingVisitor[]

/** What somebody brings who wants to join: with a ticket, or for the first time. */
export interface Knock extends Pick<WaitingVisitor, 'name' | 'member' | 'banKey' | 'poll'> {
  readonly ticket: string | undefined
  /** The room's session, if it has one. */
  readonly sessionId: string | undefined
}

/** Who can be waiting at once, and how many of them may come from one network. */
export const mostWaiting = 200
const mostWaitingOfStrangers = 40

/** Of more whom hosts have decided about, the ones longest ago are forgotten. */
const mostDecided = 200

/** Whoever has not asked for so long has gone away. */
const patienceMs = 60_000

/** How long a host's decision holds. */
const decisionMs = 12 * 3_600_000

/** How long an admission holds to a meeting that nobody has begun. */
const unbegunMs = 10 * 60_000

/** How long a stranger's denial keeps others of the same network waiting: an address is not a person. */
const networkDenialMs = 10 * 60_000

/** Those who are still there, and those whom a host has decided about. */
export function present(list: WaitingList, now: number): WaitingList {
  return list.filter(({ state, seen, sessionId }) => now - seen < lifeOf(state, sessionId))
}

function lifeOf(state: WaitingVisitor['state'], sessionId: string | undefined): number {
  switch (state) {
    case 'waiting':
      return patienceMs
    case 'admitted':
      return sessionId === undefined ? unbegunMs : decisionMs
    case 'denied':
      return decisionMs
    default:
      throw state satisfies never
  }
}

/**
 * Whoever knocks, as they are on the list: by a ticket that is theirs, under the name that the host has read
 * and for the meeting that goes on, or because they were denied and try again without one.
 */
export function visitorOf(
  list: WaitingList,
  knock: Omit<Knock, 'poll'>,
  now: number,
): WaitingVisitor | undefined {
  const { ticket, member } = knock
  const known = list.find(
    (one) => ticket !== undefined && sameText(one.ticket, ticket) && one.member === member,
  )
  const denied = list.find((one) => one.state === 'denied' && isSameAs(one, knock, now))
  if (known === undefined) return denied
  const isStale = known.state === 'admitted' && isOver(known, knock)
  return isStale || isRenamed(known, knock) ? denied : known
}

/** Whether somebody who was denied is back: the same member or, for a while, anybody of the stranger's network. */
function isSameAs(
  denied: WaitingVisitor,
  { member, banKey }: Pick<Knock, 'member' | 'banKey'>,
  now: number,
): boolean {
  if (banKey === undefined || denied.banKey !== banKey) return false
  return member !== undefined || now - denied.seen < networkDenialMs
}

function isOver({ sessionId }: WaitingVisitor, knock: Pick<Knock, 'sessionId'>): boolean {
  return sessionId !== undefined && sessionId !== knock.sessionId
}

function isRenamed({ name }: WaitingVisitor, knock: Pick<Knock, 'name'>): boolean {
  return knock.name !== undefined && knock.name !== name
}

/** The list after a knock, and whoever knocked on it; undefined if there is no space for them. */
export function knocked(
  list: WaitingList,
  { fresh, ...knock }: Knock & { readonly fresh: Pick<WaitingVisitor, 'id' | 'ticket'> },
  now: number,
): { readonly list: WaitingList; readonly visitor: WaitingVisitor } | undefined {
  const known = visitorOf(list, knock, now)
  const { name, member, banKey, poll } = knock
  if (known !== undefined) {
    const seen = known.state === 'waiting' ? { seen: now, poll } : {}
    const visitor = { ...known, ...seen }
    return { list: list.map((one) => (one === known ? visitor : one)), visitor }
  }
  const waiting = list.filter(({ state }) => state === 'waiting')
  const ofStrangers = waiting.filter((one) => banKey !== undefined && one.banKey === banKey)
  if (waiting.length >= mostWaiting || ofStrangers.length >= mostWaitingOfStrangers)
    return undefined
  const visitor = { ...fresh, name, member, banKey, poll, since: now, seen: now } as const
  return {
    list: [...list, { ...visitor, state: 'waiting' }],
    visitor: { ...visitor, state: 'waiting' },
  }
}

/** A host's word about somebody, and the meeting in which it was said. */
export interface Decision {
  readonly visitor: string
  readonly state: WaitingVisitor['state']
  readonly sessionId: string | undefined
}

/** The list after a host's word about one visitor; undefined if there is no such visitor. */
export function decided(
  list: WaitingList,
  { visitor: id, state, sessionId }: Decision,
  now: number,
): WaitingList | undefined {
  if (!list.some((one) => one.id === id)) return undefined
  const decision = { state, sessionId, seen: now, visitor: undefined }
  return bounded(list.map((one) => (one.id === id ? { ...one, ...decision } : one)))
}

/** The list after a host has let in everybody who waits. */
export function allAdmitted(
  list: WaitingList,
  sessionId: string | undefined,
  now: number,
): WaitingList {
  return bounded(
    list.map((one) =>
      one.state === 'waiting' ? { ...one, state: 'admitted', sessionId, seen: now } : one,
    ),
  )
}

/**
 * The list after somebody admitted has joined: their ticket is used up, and the next is for coming back to
 * this meeting. Undefined if nobody has been admitted with that ticket.
 */
export function joined(
  list: WaitingList,
  use: Pick<WaitingVisitor, 'id' | 'ticket' | 'visitor' | 'sessionId'> & {
    readonly nextTicket: string
  },
  now: number,
): WaitingList | undefined {
  const { id, ticket, visitor, sessionId, nextTicket } = use
  const known = list.find((one) => one.id === id && sameText(one.ticket, ticket))
  if (known?.state !== 'admitted' || isOver(known, { sessionId })) return undefined
  const seated = { ...known, ticket: nextTicket, sessionId, visitor, seen: now }
  return list.map((one) => (one === known ? seated : one))
}

/** Whether somebody who has joined a meeting is admitted to it still. */
export function isAdmitted(
  list: WaitingList,
  { visitor, sessionId }: { readonly visitor: string; readonly sessionId: string },
): boolean {
  return list.some(
    (one) => one.state === 'admitted' && one.visitor === visitor && one.sessionId === sessionId,
  )
}

/** The list without somebody whom a host has put out: they have to knock again. */
export function withoutVisitor(list: WaitingList, visitor: string): WaitingList {
  return list.filter((one) => one.state !== 'admitted' || one.visitor !== visitor)
}

/**
 * The list after a host has put out nobody knows whom: all are admitted still, and whoever leaves has to knock again.
 */
export function withNewTickets(list: WaitingList): WaitingList {
  return list.map((one) =>
    one.state === 'admitted' ? { ...one, ticket: crypto.randomUUID() } : one,
  )
}

/** The list after the end of a meeting: what hosts decided was about that one. */
export function afterMeeting(list: WaitingList): WaitingList {
  return list.filter(({ state }) => state === 'waiting')
}

function bounded(list: WaitingList): WaitingList {
  const decided = list
    .filter(({ state }) => state !== 'waiting')
    .toSorted((one, other) => other.seen - one.seen)
  const kept = new Set(decided.slice(0, mostDecided))
  return list.filter((one) => one.state === 'waiting' || kept.has(one))
}
