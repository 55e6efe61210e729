import type { Call } from './room-state.ts'

/** Something that was written to everybody. */
export interface Message {
  readonly id: string
  /** Who wrote it, as they were called; untrusted text, `undefined` when the backend gave no name. */
  readonly name: string | undefined
  /** Whether the visitor wrote it. */
  readonly self: boolean
  /** Untrusted text. */
  readonly text: string
  /** When it came, or was kept by the backend, in milliseconds since 1970. */
  readonly at: number
  /** It was written before the visitor came. */
  readonly missed?: true
}

/** Somebody’s reaction, which is shown for a moment. */
export interface Reaction {
  readonly id: string
  /** A participant’s id. */
  readonly by: string
  readonly kind: ReactionKind
}

/** The reactions there are, in the order in which they are offered. */
export const reactionKinds = ['👍', '👏', '❤️', '😂', '😮', '🎉'] as const
export type ReactionKind = (typeof reactionKinds)[number]

/** What people do in a call beside being seen and heard. */
export type Talking = Pick<Call, 'messages' | 'hands' | 'reactions'>

/** What the room heard of it. */
export type TalkEvent =
  | { readonly type: 'message-came'; readonly message: Message }
  | { readonly type: 'history-came'; readonly messages: readonly Message[] }
  | { readonly type: 'hand-raised'; readonly id: string; readonly since: number }
  | { readonly type: 'hand-lowered'; readonly id: string }
  | { readonly type: 'reaction-came'; readonly reaction: Reaction }
  | { readonly type: 'reaction-faded'; readonly id: string }

/** More messages and reactions than these are forgotten, the oldest first. */
const mostMessages = 500
const mostReactions = 50

/** What is said after an event; the same object when nothing differs. */
export function talk(talking: Talking, event: TalkEvent): Talking {
  const { messages, hands, reactions } = talking
  switch (event.type) {
    case 'message-came': {
      const { message } = event
      // Whoever takes the id of another message has their own forgotten, not the other's.
      if (messages.some(({ id }) => id === message.id)) return talking
      return { ...talking, messages: [...messages, message].slice(-mostMessages) }
    }
    case 'history-came': {
      const known = new Set(event.messages.map(({ id }) => id))
      const live = messages.filter(({ id }) => !known.has(id))
      return { ...talking, messages: [...event.messages, ...live].slice(-mostMessages) }
    }
    case 'hand-raised': {
      if (hands.some(({ by }) => by === event.id)) return talking
      const { id: by, since } = event
      const before = hands.filter((hand) => hand.since <= since)
      const after = hands.filter((hand) => hand.since > since)
      return { ...talking, hands: [...before, { by, since }, ...after] }
    }
    case 'hand-lowered':
      return without(talking, event.id)
    case 'reaction-came':
      return { ...talking, reactions: [...reactions, event.reaction].slice(-mostReactions) }
    case 'reaction-faded':
      return { ...talking, reactions: reactions.filter(({ id }) => id !== event.id) }
    default:
      return event satisfies never
  }
}

/** What is left when somebody’s hand is down, or they are gone. */
export function without<Some extends Talking>(talking: Some, participant: string): Some {
  const hands = talking.hands.filter(({ by }) => by !== participant)
  return hands.length === talking.hands.length ? talking : { ...talking, hands }
}
