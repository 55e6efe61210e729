import type { ReceivedSignal, SignalToSend } from '../platform/signal.ts'
import { reactionKinds, type ReactionKind } from '../state/talk.ts'

/** What rooms tell each other by signals, which OpenTok.js carries to everybody or to one participant. */
export type TalkSignal =
  | { readonly kind: 'message'; readonly id: string; readonly text: string }
  /** For how many milliseconds the hand has been up. */
  | { readonly kind: 'hand-up'; readonly lasting: number }
  | { readonly kind: 'hand-down' }
  | { readonly kind: 'reaction'; readonly reaction: ReactionKind }

/** UTF-16 code units of a message, which is what the backend keeps. */
const longestMessage = 2000

/** Bytes that a signal can carry; some are for the id. */
const largestText = 8192 - 128

const types = {
  message: 'ot-room.message',
  'hand-up': 'ot-room.hand',
  'hand-down': 'ot-room.hand',
  reaction: 'ot-room.reaction',
} as const

/** Whether a message can be sent: some text, and not too much of it. */
export function isSendable(text: string): boolean {
  const { length } = new TextEncoder().encode(JSON.stringify(text))
  return isText(text, longestMessage) && length <= largestText
}

/** The signal that says it. */
export function encodeTalk(signal: TalkSignal): SignalToSend {
  const { kind, ...rest } = signal
  return { type: types[kind], data: JSON.stringify(rest) }
}

/** What a signal says; `undefined` for the signals of others, and for what a broken page may send. */
export function parseTalk({ type, data }: ReceivedSignal): TalkSignal | undefined {
  if (!type.startsWith('ot-room.')) return undefined
  const { id, text, lasting, reaction } = membersOf(data)
  switch (type) {
    case types.message:
      if (!isText(id, 64) || !isText(text, longestMessage)) return undefined
      return { kind: 'message', id, text }
    case types['hand-up']:
      if (typeof lasting !== 'number' || !(lasting >= 0)) return { kind: 'hand-down' }
      return { kind: 'hand-up', lasting }
    case types.reaction: {
      const known = reactionKinds.find((kind) => kind === reaction)
      return known && { kind: 'reaction', reaction: known }
    }
    default:
      return undefined
  }
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= longest
}

function membersOf(data: string): Readonly<Record<string, unknown>> {
  try {
    return { ...(JSON.parse(data) as object | null) }
  } catch {
    return {}
  }
}
