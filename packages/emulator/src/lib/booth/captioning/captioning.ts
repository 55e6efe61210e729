import type { HeardStream } from '../../session/booth/hearing.ts'
import type { Said } from '../booth.ts'
import { frameSizeAt } from '../opus/opus.ts'
import { createListening } from '../sound/listening.ts'
import { createPacer } from '../sound/pacer.ts'
import type { Taps } from '../sound/taps.ts'
import type { Recogniser } from './recogniser.ts'
import { createTranscript } from './transcript.ts'
import type { Transcript } from './transcript.ts'

/** Writes down what is said in the streams of a session. */
export interface Captioning {
  hear(streams: readonly HeardStream[]): void
  close(): void
}

interface CaptioningOptions {
  readonly sessionId: string
  readonly language: string
  readonly taps: Taps
  readonly recognise: Recogniser
  readonly said: (said: Said) => void
  readonly log: (line: string) => void
}

const rate = 16_000
const frameMs = 20

export function createCaptioning(options: CaptioningOptions): Captioning {
  const { sessionId, language, taps, recognise, said, log } = options
  const listening = createListening({ sessionId, taps, rate })
  const transcripts = new Map<string, Transcript>()
  const stop = (id: string) => {
    transcripts.get(id)?.end()
    transcripts.delete(id)
  }
  const pacer = createPacer(frameMs, () => {
    const frames = listening.next()
    for (const [id, transcript] of transcripts) {
      transcript.hear(frames.get(id) ?? new Int16Array(frameSizeAt(rate)))
    }
  })
  return {
    hear: (streams) => {
      listening.hear(streams)
      for (const id of transcripts.keys()) if (!streams.some((stream) => stream.id === id)) stop(id)
      for (const { id } of streams) {
        if (transcripts.has(id)) continue
        const transcript = createTranscript({
          sessionId,
          streamId: id,
          language,
          sampleRate: rate,
          recognise,
          said: (text) => said({ stream: id, ...text }),
          log,
        })
        transcripts.set(id, transcript)
      }
    },
    close: () => {
      pacer.close()
      listening.close()
      for (const id of transcripts.keys()) stop(id)
    },
  }
}
