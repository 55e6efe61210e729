import type { Delivery } from '../callbacks/delivery.ts'
import type { NetworkImpairment } from '../media/impairment.ts'
import type { Colour } from '../session/guest/act.ts'
import type { Seed } from '../seed/seed.ts'
import type { SessionView } from './inspect.ts'
import type { LoggedMessage } from './message-log.ts'

/** Something that is said in a stream. */
export interface Spoken {
  readonly streamId: string
  readonly text: string
  /** Whether the sentence is over; `true` when absent. */
  readonly isFinal?: boolean
}

/** What somebody is like whom nobody sits behind. */
export interface ParticipantOptions {
  /** Of the stream, and in `data`; `Somebody` when absent. */
  readonly name?: string
  /** Of the connection; JSON with the name when absent. */
  readonly data?: string
  /** Of the picture; one that no other participant has when absent, while there are such. */
  readonly colour?: Colour
  /** Of the tone that beeps once a second, 50 to 7000; 440 when absent. */
  readonly hertz?: number
}

/** A participant that is in a session. */
export interface AddedParticipant {
  readonly connectionId: string
  readonly streamId: string
  /** Takes it out, if it is still there. */
  leave(): void
}

/** What the emulator can be asked beyond what the platform has; the same in code and over `/_emulator`. */
export interface Controls {
  /** Ends every client and goes back to the start: the seeded sessions, the first projects and callbacks. */
  reset(): Promise<void>
  /** Breaks every client's socket as a network fault would; clients come back by themselves. */
  dropSockets(): void
  /**
   * Adds what the seed lists; it is gone after a reset.
   *
   * @throws {EmulatorError} `bad-seed`, and nothing is added
   */
  seed(seed: Seed): void
  /**
   * Brings somebody to see and to hear into a routed session: a moving picture and a beeping tone.
   *
   * @throws {EmulatorError} `refused`, when the session is not there, is relayed or encrypted, or takes no more;
   * `bad-option`, when the tone cannot be heard
   */
  addParticipant(sessionId: string, options?: ParticipantOptions): AddedParticipant
  /**
   * Takes such a participant out.
   *
   * @throws {EmulatorError} `refused`, when it is not there
   */
  removeParticipant(sessionId: string, connectionId: string): void
  /**
   * Says something in a stream, as a speech recogniser would hear it; the result is how many are shown it.
   *
   * @throws {EmulatorError} `refused`, when captions do not run or the stream is not captioned
   */
  caption(sessionId: string, spoken: Spoken): number
  /**
   * Lets an archive fail that is being recorded, as a fault of the platform would.
   *
   * @throws {EmulatorError} `refused`, when it is not being recorded
   */
  failArchive(archiveId: string): void
  /**
   * Makes a client's network bad, in routed sessions; `{}` makes it good again. It is measured as the client sees it:
   * `up` is what it sends.
   *
   * @throws {EmulatorError} `refused`, when there is no such connection or its session is relayed
   */
  impair(connectionId: string, network: Partial<NetworkImpairment>): void
  /** Ends the media router as a fault in it would: media of routed sessions stops, and comes back by itself. */
  crashMedia(): void
  /** Every session: who is in it, what they publish and watch. */
  sessions(): readonly SessionView[]
  /** The latest 500 messages a session has handled, oldest first; from REST, `from` is empty. */
  messages(sessionId: string): readonly LoggedMessage[]
  /** The latest 1,000 callbacks, oldest first, also those nobody has registered for. */
  callbacks(): readonly Delivery[]
}
