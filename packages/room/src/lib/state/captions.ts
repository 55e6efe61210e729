/** What is written down of what people say; hosts begin and end it, and each visitor reads it or does not. */
export type Captions = NoCaptions | UnreadCaptions | ReadCaptions

/** Nothing is written down. */
export interface NoCaptions {
  readonly status: 'off'
}

/** It is written down what is said, and the visitor does not read it. */
export interface UnreadCaptions {
  readonly status: 'unread'
  /** What people are taken to speak, as in `en-US` (BCP 47). */
  readonly language: string
}

/** The visitor reads what is written down. */
export interface ReadCaptions {
  readonly status: 'read'
  readonly language: string
  /** Those of the last seconds, in the order in which they began. */
  readonly lines: readonly CaptionLine[]
}

/** Something that somebody says; its text grows and may change while they speak. */
export interface CaptionLine {
  readonly id: string
  /** A participant’s id. */
  readonly by: string
  /** As they were called; untrusted text, `undefined` when the backend gave no name. */
  readonly name: string | undefined
  /** Untrusted text. */
  readonly text: string
}

/** What the room heard of it. */
export type CaptionsEvent =
  | { readonly type: 'captions-changed'; readonly captions: Captions }
  | { readonly type: 'caption-came'; readonly line: CaptionLine }
  | { readonly type: 'caption-faded'; readonly id: string }

/** More than these are not read in time; the oldest go first. */
const mostLines = 4

/** Where every call begins. */
export const noCaptions: NoCaptions = Object.freeze({ status: 'off' })

/** What is written down after an event; the same object when nothing differs. */
export function caption(captions: Captions, event: CaptionsEvent): Captions {
  if (event.type === 'captions-changed') return event.captions
  if (captions.status !== 'read') return captions
  const { lines } = captions
  const next =
    event.type === 'caption-came'
      ? withLine(lines, event.line)
      : lines.filter(({ id }) => id !== event.id)
  return { ...captions, lines: next }
}

function withLine(lines: readonly CaptionLine[], line: CaptionLine): readonly CaptionLine[] {
  const begun = lines.some(({ id }) => id === line.id)
  const next = begun ? lines.map((one) => (one.id === line.id ? line : one)) : [...lines, line]
  return next.slice(-mostLines)
}
