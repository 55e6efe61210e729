import type { Recogniser, Recognition } from './recogniser.ts'

/** What is understood of one stream. */
export interface Transcript {
  hear(samples: Int16Array): void
  end(): void
}

interface TranscriptOptions {
  readonly sessionId: string
  readonly streamId: string
  readonly language: string
  readonly sampleRate: number
  readonly recognise: Recogniser
  readonly said: (said: { readonly text: string; readonly isFinal: boolean }) => void
  readonly log: (line: string) => void
}

/** Nothing that a recogniser does harms anybody but its own stream. */
export function createTranscript(options: TranscriptOptions): Transcript {
  const { recognise, said, log, ...speech } = options
  let state: 'running' | 'over' = 'running'
  const fail = (error: unknown) => {
    if (state === 'over') return
    state = 'over'
    const why = error instanceof Error ? error.message : String(error)
    log(`captions of stream ${speech.streamId} end, because their recogniser failed: ${why}`)
  }
  const attempt = (work: () => void | Promise<void>) => {
    try {
      Promise.resolve(work()).catch(fail)
    } catch (error) {
      fail(error)
    }
  }

  let recognition: Recognition | undefined
  attempt(() => {
    recognition = recognise({
      ...speech,
      say: (text, { isFinal } = { isFinal: true }) => {
        if (state === 'running') said({ text, isFinal })
      },
    })
  })
  return {
    hear: (samples) => {
      if (state === 'running') attempt(() => recognition?.hear(samples))
    },
    end: () => {
      if (state === 'over') return
      attempt(() => recognition?.end?.())
      state = 'over'
    },
  }
}
