import { archiving } from './archive/activity.ts'
import { broadcasting } from './broadcast/activity.ts'
import { captionsActivity } from './captions/run.ts'
import { renderActivity } from './composer/run.ts'
import { connectorActivity } from './connector/connector.ts'
import type { Outcome } from './outcome.ts'
import { participantActivity } from './participant/participant.ts'
import type { Activity } from './activity.ts'
import type { Session } from './session.ts'
import { callActivity } from './sip/progress.ts'

// Who takes part in the call comes first, so that recordings see what became of it.
const activities: readonly Activity[] = [
  callActivity,
  renderActivity,
  participantActivity,
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
