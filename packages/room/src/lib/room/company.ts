import type { Site } from '../backend/ask-backend.ts'
import { createHost, type Host } from '../host/host.ts'
import type { ReceivedSignal } from '../platform/signal.ts'
import type { AudioLevel } from '../platform/video-platform.ts'
import type { Call } from '../state/room-state.ts'
import type { StayEvent } from '../state/room-event.ts'
import type { TalkEvent } from '../state/talk.ts'
import { createTalk, type Talk } from '../talk/talk.ts'
import type { Entered } from './enter.ts'
import { createListening } from './listening.ts'

/** What a visitor has to do with the others during one stay, beside being seen and heard. */
export interface Company {
  readonly talk: Talk
  readonly host: Host | undefined
  heard(signal: ReceivedSignal): void
  /** So loud somebody is. */
  listened(level: AudioLevel): void
  /** Somebody came who does not know yet what others have known for a while. */
  arrived(participant: string): void
  left(participant: string): void
}

/** What that takes. */
export interface CompanyContext {
  readonly site: Site
  readonly entered: Entered
  /** Whether the visitor’s hand was up before an outage, and is to be up again. */
  readonly hand: 'up' | 'down'
  call(): Call | undefined
  happened(event: StayEvent | TalkEvent): void
}

/** Keeps company until the site's signal aborts. */
export function createCompany({ site, entered, hand, call, happened }: CompanyContext): Company {
  const { session, role, features, insider } = entered
  const send = session.send.bind(session)
  const talk = createTalk({ site, insider, call, send, happened })
  if (hand === 'up') talk.raiseHand().catch(() => undefined)
  const listening = createListening(call, (id) => happened({ type: 'speaker-changed', id }))
  const host =
    role === 'moderator'
      ? createHost({
          site,
          session,
          features,
          call,
          waiting: (guests) => happened({ type: 'guests-changed', guests }),
        })
      : undefined
  return {
    talk,
    host,
    heard(signal) {
      talk.heard(signal)
      host?.heard(signal)
    },
    listened: (level) => listening.heard(level),
    left: (participant) => listening.left(participant),
    arrived: (participant) => talk.arrived(participant),
  }
}
