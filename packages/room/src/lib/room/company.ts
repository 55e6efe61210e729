import type { Site } from '../backend/ask-backend.ts'
import { createCaptions, type CaptionReader } from '../captions/captions.ts'
import { createHost, type Host } from '../host/host.ts'
import type { ReceivedCaption } from '../platform/caption.ts'
import type { ReceivedSignal } from '../platform/signal.ts'
import type { AudioLevel } from '../platform/video-platform.ts'
import type { CaptionsEvent } from '../state/captions.ts'
import type { Call } from '../state/room-state.ts'
import type { StayEvent } from '../state/room-event.ts'
import type { TalkEvent } from '../state/talk.ts'
import { createTalk, type Talk } from '../talk/talk.ts'
import type { Entered } from './enter.ts'
import { createListening } from './listening.ts'

/** What a visitor has to do with the others during one stay, beside being seen and heard. */
export interface Company {
  readonly talk: Talk
  readonly captions: CaptionReader
  readonly host: Host | undefined
  heard(signal: ReceivedSignal): void
  said(caption: ReceivedCaption): void
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
  /** The call before an outage, some of which goes on. */
  readonly before: Call | undefined
  call(): Call | undefined
  happened(event: StayEvent | TalkEvent | CaptionsEvent): void
}

/** Keeps company until the site's signal aborts. */
export function createCompany({ site, entered, before, call, happened }: CompanyContext): Company {
  const { session, role, features, captions: language, insider } = entered
  const { signal } = site
  const send = session.send.bind(session)
  const talk = createTalk({ site, insider, call, send, happened })
  if (before?.hands.some(({ by }) => by === before.self)) talk.raiseHand().catch(() => undefined)
  const reading = before?.captions.status === 'read' ? 'shown' : 'hidden'
  const captions = createCaptions({ session, signal, language, reading, call, happened })
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
    captions,
    host,
    heard(received) {
      talk.heard(received)
      captions.heard(received)
      host?.heard(received)
    },
    said: (caption) => captions.said(caption),
    listened: (level) => listening.heard(level),
    left: (participant) => listening.left(participant),
    arrived: (participant) => talk.arrived(participant),
  }
}
