/** Something that was said in a stream, as far as it is understood yet. */
export interface ReceivedCaption {
  readonly streamId: string
  /** Untrusted text. */
  readonly text: string
  /** `growing` while the sentence goes on, and may still change. */
  readonly state: 'growing' | 'complete'
}
