import type { JsonObject } from '../../wire/json.ts'
import { derive } from '../collection.ts'
import type { Callback } from '../outcome.ts'
import { ownerOf } from '../owner.ts'
import type { Session, Stream } from '../session.ts'

/** One run of live captions; it is kept after it has ended. */
export interface Captions extends CaptionsSettings {
  readonly id: string
  readonly status: 'started' | 'stopped'
  /** Why it has ended; empty while it runs. */
  readonly reason: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  /** Milliseconds since the epoch. */
  readonly updatedAt: number
}

export interface CaptionsSettings {
  /** A BCP 47 tag, `en-US`. */
  readonly languageCode: string
  /** In seconds. */
  readonly maxDuration: number
  readonly partialCaptions: boolean
  readonly statusCallbackUrl?: string | undefined
}

export type CaptionsMessage =
  | { readonly type: 'start-captions'; readonly id: string; readonly settings: CaptionsSettings }
  | { readonly type: 'stop-captions'; readonly id: string }
  | Caption

/** Something that was said in a stream, as a speech recogniser would write it. */
export interface Caption {
  readonly type: 'caption'
  readonly id: string
  readonly stream: string
  readonly text: string
  /** Whether the sentence is over; until then it may still change. */
  readonly isFinal: boolean
}

/** The captions that run now; a session has at most one. */
export function runningCaptions({ captions }: Session): Captions | undefined {
  return startedIn(captions)
}

const startedIn = derive((captions: readonly Captions[]) =>
  captions.find(({ status }) => status === 'started'),
)

/** Whether the publisher of a stream wants what is said in it to be written down. */
export function isCaptioned({ channels }: Stream): boolean {
  return channels.some(({ id, active }) => id === 'caption1' && active === true)
}

/** Captions as the REST API and callbacks write them. */
export function describeCaptions(session: Session, captions: Captions): JsonObject {
  const { id, status, reason, createdAt, updatedAt, languageCode } = captions
  const end = status === 'started' ? session.at : updatedAt
  return {
    captionId: id,
    ...ownerOf(session),
    sessionId: session.id,
    status,
    createdAt,
    updatedAt,
    duration: Math.floor((end - createdAt) / 1000),
    languageCode,
    provider: 'opentok-emulator',
    ...(reason !== '' && { reason }),
  }
}

/** Tells whoever asked for it what became of the captions. */
export function captionsCallback(session: Session, captions: Captions): Callback {
  const { statusCallbackUrl: url } = captions
  const body = { ...describeCaptions(session, captions), group: 'captions' }
  return { type: 'callback', group: 'captions', body, ...(url !== undefined && { url }) }
}
