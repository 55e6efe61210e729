import type { Effect, Outcome } from './outcome.ts'
import type { Session } from './session.ts'

/** Something that goes on beside the call and is moved by it and by time: an archive, a broadcast, captions. */
export interface Activity {
  /**
   * Brings the activity up to date with what has just happened and with the time, `session.at`. `before` is
   * the session as it was, `happened` what follows from the message; the outcome has no answer in it.
   */
  readonly follow: (before: Session, session: Session, happened: readonly Effect[]) => Outcome
  /** When time alone will change something next, in milliseconds since the epoch; `Infinity` for never. */
  readonly due: (session: Session) => number
}
