/** How bad a connection is made, in one direction; absent values impair nothing. */
export interface Impairment {
  /** What passes; 0 lets nothing through. */
  readonly kilobitsPerSecond?: number
  /** The part of the packets that is lost, from 0 to 1. */
  readonly loss?: number
  readonly delayMs?: number
  /** The most that is added to the delay by chance. */
  readonly jitterMs?: number
}

/** Both directions, as seen from the client. */
export interface NetworkImpairment {
  readonly up: Impairment
  readonly down: Impairment
}

export const unimpaired: NetworkImpairment = { up: {}, down: {} }
