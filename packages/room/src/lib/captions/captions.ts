import { randomId } from '../async/random-id.ts'
import { anySignal } from '../async/any-signal.ts'
import { pause } from '../async/pause.ts'
import type { ReceivedCaption } from '../platform/caption.ts'
import type { ReceivedSignal } from '../platform/signal.ts'
import type { PlatformSession } from '../platform/video-platform.ts'
import { noCaptions, type Captions, type CaptionsEvent } from '../state/captions.ts'
import type { Call } from '../state/room-state.ts'

/** How long a line is shown after it was last added to, in milliseconds. */
const lineLasts = 8000

/** What a visitor can do about captions. */
export interface CaptionReader {
  /** Shows what others say, now or as soon as a host has it written down. */
  show(): void
  hide(): void
}

/** The same, and what it has to hear of. */
export interface CaptionsKeeper extends CaptionReader {
  heard(signal: ReceivedSignal): void
  said(caption: ReceivedCaption): void
}

/** What following captions takes. */
export interface CaptionsContext {
  readonly session: Pick<PlatformSession, 'caption'>
  /** Ends the stay. */
  readonly signal: AbortSignal
  /** What is being written down on entry. */
  readonly language: string | undefined
  /** Whether the visitor read along before an outage, and is to again. */
  readonly reading: 'shown' | 'hidden'
  call(): Call | undefined
  happened(event: CaptionsEvent): void
}

/** Follows what is written down during one stay. */
export function createCaptions(context: CaptionsContext): CaptionsKeeper {
  const { session, signal, call, happened } = context
  let { language, reading } = context
  const growing = new Map<string, string>()
  const fading = new Map<string, AbortController>()

  function become(): void {
    const captions: Captions =
      language === undefined
        ? noCaptions
        : reading === 'shown'
          ? { status: 'read', language, lines: [] }
          : { status: 'unread', language }
    happened({ type: 'captions-changed', captions })
    session.caption(captions.status)
  }

  function fade(id: string): void {
    fading.get(id)?.abort()
    const own = new AbortController()
    fading.set(id, own)
    pause(lineLasts, anySignal([own.signal, signal])).then(
      () => {
        fading.delete(id)
        for (const [stream, line] of growing) if (line === id) growing.delete(stream)
        happened({ type: 'caption-faded', id })
      },
      () => undefined,
    )
  }

  become()

  return {
    show() {
      reading = 'shown'
      become()
    },
    hide() {
      reading = 'hidden'
      become()
    },
    heard({ type, data, from }) {
      // Only the backend, which has no connection, begins and ends captions.
      if (type !== 'ot-room-captions' || from !== undefined) return
      language = data || undefined
      become()
    },
    said({ streamId, text, state }) {
      const by = call()?.participants.find(({ streams }) =>
        streams.some(({ id }) => id === streamId),
      )
      if (!by || text.trim() === '') return
      const id = growing.get(streamId) ?? randomId()
      if (state === 'growing') growing.set(streamId, id)
      else growing.delete(streamId)
      happened({ type: 'caption-came', line: { id, by: by.id, name: by.name, text } })
      fade(id)
    },
  }
}
