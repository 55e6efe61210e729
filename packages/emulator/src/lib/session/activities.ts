import { archiving } from './archive/activity.ts'
import { broadcasting } from './broadcast/activity.ts'
import { captionsActivity } from './captions/run.ts'
import { renderActivity } from './composer/run.ts'
import { connectorActivity } from './connector/connector.ts'
import type { Effect, Outcome } from './outcome.ts'
import type { Session } from './session.ts'
import { callActivity } from './sip/progress.ts'

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

// Who takes part in the call comes first, so that recordings see what became of it.
const activities: readonly Activity[] = [
  callActivity,
  renderActivity,
  connectorActivity,
  captionsActivity,
  archiving,
  broadcasting,
]

/** Lets every activity react to what a message came to. */
export function follow(before: Session, outcome: Outcome): Outcome {
  return activities.reduce<Outcome>((sofar, activity) => {
    const { session, effects } = activity.follow(before, sofar.session, outcome.effects)
    return { session, effects: [...sofar.effects, ...effects] }
  }, outcome)
}

/** When the session wants to be woken, in milliseconds since the epoch; `Infinity` for never. */
export function wakeAt(session: Session): number {
  return Math.min(...activities.map(({ due }) => due(session)))
}
