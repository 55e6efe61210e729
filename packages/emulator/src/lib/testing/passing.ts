import { wakeAt } from '../session/activities.ts'
import { handle } from '../session/handle.ts'
import type { Effect, Outcome } from '../session/outcome.ts'
import { platform } from '../session/sender.ts'
import type { Session } from '../session/session.ts'

/** Lets milliseconds pass for a session: it is woken whenever it asked to be, and never in between. */
export function passing(session: Session, milliseconds: number): Outcome {
  const until = session.at + milliseconds
  const effects: Effect[] = []
  let current = session
  for (let at = wakeAt(current); at <= until; at = wakeAt(current)) {
    const outcome = handle({ ...current, at }, platform, { type: 'wake' })
    current = outcome.session
    effects.push(...outcome.effects.filter(({ type }) => type !== 'answer'))
  }
  return { session: { ...current, at: until }, effects }
}
