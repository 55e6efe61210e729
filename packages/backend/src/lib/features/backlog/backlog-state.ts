/** What a latecomer has missed. Plain JSON. */
export interface Backlog {
  /** The oldest first. */
  readonly messages: readonly Message[]
  /** In the order in which they went up. */
  readonly hands: readonly Hand[]
  readonly values: Readonly<Record<string, string>>
  /** Whom hosts have put out, and when, in milliseconds since 1970: older passes of theirs are over. */
  readonly removed?: Readonly<Record<string, number>>
}

/** Somebody inside: an id that is theirs in this room, and the name that others see. */
export interface Author {
  readonly from: string
  readonly name?: string
}

export interface Message extends Author {
  readonly id: string
  readonly text: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface Hand extends Author {
  /** Milliseconds since 1970. */
  readonly since: number
}

const mostHands = 100
const mostValues = 32

/** Of more, the ones removed longest ago are forgotten. */
const mostRemoved = 500

/** Bytes of JSON: every store takes a value of that size, and the other lists take at most as much again. */
const mostMessageBytes = 64 * 1024

export const blank: Backlog = { messages: [], hands: [], values: {} }

/** With one message more; of more than `most`, and of more than 64 KiB of them, the oldest go. */
export function said(backlog: Backlog, message: Message, most: number): Backlog {
  const messages = [...backlog.messages, message].slice(-most)
  let bytes = messages.reduce((sum, one) => sum + sizeOf(one), 0)
  let from = 0
  for (; bytes > mostMessageBytes && from < messages.length - 1; from += 1) {
    const oldest = messages[from]
    bytes -= oldest === undefined ? 0 : sizeOf(oldest)
  }
  return { ...backlog, messages: messages.slice(from) }
}

/** Without one message; undefined if there is no such message, or `from` is given and it is another's. */
export function unsaid(backlog: Backlog, id: string, from?: string): Backlog | undefined {
  const message = backlog.messages.find((one) => one.id === id)
  if (message === undefined || (from !== undefined && message.from !== from)) return undefined
  return { ...backlog, messages: backlog.messages.filter((one) => one !== message) }
}

/** With a hand up, where it stays when it is up already; undefined if too many are. */
export function raised(backlog: Backlog, hand: Hand): Backlog | undefined {
  if (backlog.hands.some(({ from }) => from === hand.from)) return backlog
  if (backlog.hands.length >= mostHands) return undefined
  return { ...backlog, hands: [...backlog.hands, hand] }
}

export function lowered(backlog: Backlog, from: string): Backlog {
  return { ...backlog, hands: backlog.hands.filter((hand) => hand.from !== from) }
}

/** With somebody put out now. */
export function removedAt(backlog: Backlog, visitor: string, now: number): Backlog {
  const { [visitor]: _, ...others } = backlog.removed ?? {}
  const entries = [...Object.entries(others), [visitor, now] as const].slice(-mostRemoved)
  return { ...backlog, removed: Object.fromEntries(entries) }
}

/** With a value under a name, or without it; undefined if there are too many. */
export function valued(
  backlog: Backlog,
  name: string,
  value: string | undefined,
): Backlog | undefined {
  const others = Object.entries(backlog.values).filter(([known]) => known !== name)
  if (value !== undefined && others.length >= mostValues) return undefined
  const entries = value === undefined ? others : [...others, [name, value] as const]
  return { ...backlog, values: Object.fromEntries(entries) }
}

function sizeOf(message: Message): number {
  return new TextEncoder().encode(JSON.stringify(message)).byteLength
}
