import type { HeardStream } from '../../session/booth/hearing.ts'
import { createOpusDecoder, frameSizeAt } from '../opus/opus.ts'
import type { SampleRate } from '../opus/opus.ts'
import type { Tap, Taps } from './taps.ts'
import { createVoice } from './voice.ts'
import type { Voice } from './voice.ts'

/** Streams that somebody hears at the same time. */
export interface Listening {
  /** From now on these, and no others. */
  hear(streams: readonly HeardStream[]): void
  /** The next 20 ms of each stream that can be heard, by its id. */
  next(): ReadonlyMap<string, Int16Array>
  close(): void
}

interface ListeningOptions {
  readonly sessionId: string
  readonly taps: Taps
  readonly rate: SampleRate
}

interface HeardVoice {
  readonly source: string
  readonly tap: Tap
  readonly voice: Voice
}

export function createListening({ sessionId, taps, rate }: ListeningOptions): Listening {
  const voices = new Map<string, HeardVoice>()
  const stop = (id: string) => {
    const heard = voices.get(id)
    voices.delete(id)
    heard?.tap.close()
    heard?.voice.close()
  }
  return {
    hear: (streams) => {
      for (const [id, { source }] of voices) {
        if (!streams.some((stream) => stream.id === id && stream.source === source)) stop(id)
      }
      for (const { id, source } of streams) {
        if (voices.has(id)) continue
        const voice = createVoice(createOpusDecoder(rate), frameSizeAt(rate))
        voices.set(id, { source, voice, tap: taps.open({ sessionId, source }, voice.hear) })
      }
    },
    next: () => {
      const frames = new Map<string, Int16Array>()
      for (const [id, { voice }] of voices) {
        const frame = voice.next()
        if (frame !== undefined) frames.set(id, frame)
      }
      return frames
    },
    close: () => {
      for (const id of voices.keys()) stop(id)
    },
  }
}
