import type { Effect, Outcome } from '../outcome.ts'
import type { Session } from '../session.ts'

interface Settling {
  /** The session after the next single change; the same one when there is none. */
  readonly step: (session: Session) => Session
  readonly announce: (before: Session, session: Session) => readonly Effect[]
}

/** Takes one change after the other, so that each is announced, until there is none left. */
export function settle(outcome: Outcome, { step, announce }: Settling): Outcome {
  let { session } = outcome
  const effects = [...outcome.effects]
  for (let next = step(session); next !== session; next = step(session)) {
    effects.push(...announce(session, next))
    session = next
  }
  return { session, effects }
}
