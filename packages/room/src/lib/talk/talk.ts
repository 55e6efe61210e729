import { randomId } from '../async/random-id.ts'
import { pause } from '../async/pause.ts'
import { untilItWorks } from '../async/until-it-works.ts'
import type { Site } from '../backend/ask-backend.ts'
import { keepMessage, requestHistory, type Insider } from '../backend/history.ts'
import { RoomError } from '../errors/room-error.ts'
import type { ReceivedSignal, SignalToSend } from '../platform/signal.ts'
import type { Call } from '../state/room-state.ts'
import type { ReactionKind, TalkEvent } from '../state/talk.ts'
import { createAllowed, handAllowance, messageAllowance, reactionAllowance } from './allowance.ts'
import { encodeTalk, isSendable, parseTalk, type TalkSignal } from './talk-signal.ts'

/** How long a reaction is seen, in milliseconds. */
const reactionLasts = 5000

/** For how long others tell somebody who has come of what was before, in milliseconds. */
const catchingUpMs = 10_000

/** What a visitor can do in a call beside being seen and heard. */
export interface Talk {
  /** Writes to everybody: 1 to 2000 characters. Rejects with `RoomError` `signal-invalid` or `signal-failed`. */
  say(text: string): Promise<void>
  /** Asks for the word. Rejects with `RoomError` `signal-failed`. */
  raiseHand(): Promise<void>
  /** Rejects with `RoomError` `signal-failed`. */
  lowerHand(): Promise<void>
  /** Shows everybody a reaction for a moment. Rejects with `RoomError` `signal-failed`. */
  react(reaction: ReactionKind): Promise<void>
}

/** The same, and what it has to hear of. */
export interface TalkKeeper extends Talk {
  heard(signal: ReceivedSignal): void
  /** Somebody came who does not know yet whose hand is up. */
  arrived(participant: string): void
}

/** What talking takes. */
export interface TalkContext {
  readonly site: Site
  /** There when the backend keeps what was said. */
  readonly insider: Insider | undefined
  call(): Call | undefined
  send(signal: SignalToSend): Promise<void>
  happened(event: TalkEvent): void
}

/** Follows what is said during one stay, until the site's signal aborts. Nothing is said before the platform has carried it. */
export function createTalk({ site, insider, call, send, happened }: TalkContext): TalkKeeper {
  const tell = (signal: TalkSignal, to?: string) =>
    send({ ...encodeTalk(signal), ...(to !== undefined && { to }) })

  if (insider) {
    untilItWorks(() => requestHistory(site, insider), site.signal).then(
      (messages) => happened({ type: 'history-came', messages }),
      // A backend that does not want to, or a visitor who has left: the call goes on without.
      () => undefined,
    )
  }

  const began = Date.now()
  /** When those came who came later, in milliseconds since 1970. */
  const arrivals = new Map<string, number>()
  const maySay = createAllowed(messageAllowance)
  const mayReact = createAllowed(reactionAllowance)
  const mayRaise = createAllowed(handAllowance)

  const isCatchingUp = (now: number): boolean => now - began < catchingUpMs

  /**
   * Since when a hand is up. Whoever raises it now says nothing about that; only somebody who has just come is told how long
   * hands have been up already, and nobody's can be up for longer than they are there.
   */
  function upSince(participant: string, lasting: number): number {
    const now = Date.now()
    const arrived = arrivals.get(participant)
    if (arrived !== undefined) return Math.max(arrived, now - lasting)
    return isCatchingUp(now) ? now - lasting : now
  }

  function reacted(by: string, kind: ReactionKind): void {
    const reaction = { id: randomId(), by, kind }
    happened({ type: 'reaction-came', reaction })
    pause(reactionLasts, site.signal).then(
      () => happened({ type: 'reaction-faded', id: reaction.id }),
      () => undefined,
    )
  }

  return {
    async say(text) {
      if (!isSendable(text)) throw new RoomError('signal-invalid')
      const kept = insider && keepMessage(site, insider, text)
      const id = await kept?.catch((cause: unknown) => {
        throw new RoomError('signal-failed', { cause })
      })
      await tell({ kind: 'message', id: id ?? randomId(), text })
    },
    raiseHand: () => tell({ kind: 'hand-up', lasting: 0 }),
    lowerHand: () => tell({ kind: 'hand-down' }),
    react: (reaction) => tell({ kind: 'reaction', reaction }),

    heard(received) {
      const said = parseTalk(received)
      const from = call()?.participants.find(({ id }) => id === received.from)
      if (!said || !from) return
      switch (said.kind) {
        case 'message': {
          if (!from.self && !maySay(from.id, Date.now())) return
          const { id, text } = said
          const { name, self } = from
          happened({ type: 'message-came', message: { id, name, self, text, at: Date.now() } })
          return
        }
        case 'hand-up':
          // Lowering has no limit, so that no hand stays up after a burst.
          if (!from.self && !mayRaise(from.id, Date.now())) return
          happened({ type: 'hand-raised', id: from.id, since: upSince(from.id, said.lasting) })
          return
        case 'hand-down':
          happened({ type: 'hand-lowered', id: from.id })
          return
        case 'reaction':
          if (!from.self && !mayReact(from.id, Date.now())) return
          reacted(from.id, said.reaction)
          return
        default:
          said satisfies never
      }
    },

    arrived(participant) {
      // Those who were there before are told of first, and are no newcomers.
      if (!isCatchingUp(Date.now())) arrivals.set(participant, Date.now())
      const own = call()?.hands.find(({ by }) => by === call()?.self)
      if (!own) return
      // Who goes again at once has nothing to know.
      tell({ kind: 'hand-up', lasting: Date.now() - own.since }, participant).catch(() => undefined)
    },
  }
}
