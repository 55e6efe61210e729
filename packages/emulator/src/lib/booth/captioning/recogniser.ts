/**
 * Makes text of speech. It is called once for each stream that is captioned, and what it returns hears that stream
 * until its sound or the captions end.
 */
export type Recogniser = (speech: Speech) => Recognition

/** One stream that is captioned. */
export interface Speech {
  readonly sessionId: string
  readonly streamId: string
  /** A BCP 47 tag, `en-US`, as captions were started with. */
  readonly language: string
  /** Samples a second: 16,000. */
  readonly sampleRate: number
  /**
   * Shows a text to those who watch the stream and want captions. Until `isFinal`, which is `true` when absent, the
   * next text takes its place.
   */
  readonly say: (text: string, said?: { readonly isFinal: boolean }) => void
}

/** Hears one stream. Whatever it throws or rejects with ends it, and is logged. */
export interface Recognition {
  /** 20 ms of sound, one channel; silence, too. */
  hear(samples: Int16Array): void | Promise<void>
  /** Nothing more will come. */
  end?(): void | Promise<void>
}
