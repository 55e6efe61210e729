/** What one end of a peer connection gives the other: a session description, and its candidates by themselves. */
export type Description = { sdp: string; candidates: string[] }

/** A server that takes one stream to everybody who asks for it. */
export type Forwarder = {
  what: string
  /** Answers the offer of the publisher. */
  publish(offer: Description): Promise<Description>
  /** Offers the stream to one more; `accept` gives the candidates that only come after the answer. */
  subscribe(): Promise<{ offer: Description; accept: Accept }>
  /** The processor time it has used so far, in milliseconds. */
  processorTime(): Promise<number>
  close(): Promise<unknown>
}

export type Accept = (answer: Description) => Promise<string[]>
