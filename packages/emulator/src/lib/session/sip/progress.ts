import type { Activity } from '../activity.ts'
import { drop, put } from '../collection.ts'
import { isForcedMute, muteVoice } from '../guest/forced-mute.ts'
import { consequences, dismissGuest } from '../guest/guest.ts'
import type { Effect, Outcome } from '../outcome.ts'
import type { Session } from '../session.ts'
import { callCallback } from './call.ts'
import type { Call, CallState } from './call.ts'

const stepMs = 1000
const longestMs = 6 * 60 * 60 * 1000
const longestAloneMs = 5 * 60 * 1000

interface Ending {
  /** A SIP status. */
  readonly code: number
  readonly message: string
}

const hungUp: Ending = { code: 200, message: 'OK' }

/** A call rings, is answered or refused, and ends with its connection, its time, or when nobody is left. */
export const callActivity: Activity = {
  follow: (_before, session, happened) =>
    [...session.calls.values()].reduce<Outcome>(
      (sofar, call) => {
        const muted = mute(sofar.session, call, happened)
        const moved = move(muted.session, muted.session.calls.get(call.id) ?? call)
        return {
          session: moved.session,
          effects: [...sofar.effects, ...muted.effects, ...moved.effects],
        }
      },
      { session, effects: [] },
    ),
  due: (session) => Math.min(...[...session.calls.values()].map(nextStepOf)),
}

function move(session: Session, call: Call): Outcome {
  if (!session.connections.has(call.connection)) return end(session, call, hungUp)
  if (!session.streams.has(call.stream)) return end(session, call, hungUp)
  const current = withCompany(session, call)
  const { state, refusal, updatedAt } = current
  const passed = session.at >= updatedAt + stepMs
  if (state === 'DIALING' && passed) return enterState(session, current, 'RINGING')
  if (state === 'RINGING' && passed) {
    if (refusal === undefined) return enterState(session, current, 'ACTIVE')
    return end(session, current, { code: refusal, message: 'Refused by the far end' })
  }
  if (session.at >= nextStepOf(current) && state === 'ACTIVE') return end(session, current, hungUp)
  return current === call ? { session, effects: [] } : keep(session, current)
}

/** Notes when everybody but guests has left. */
function withCompany(session: Session, call: Call): Call {
  const guests = new Set([...session.calls.values()].map(({ connection }) => connection))
  const isAlone = [...session.connections.keys()].every((id) => guests.has(id))
  if (isAlone === (call.aloneSince !== undefined)) return call
  const { aloneSince: _, ...accompanied } = call
  return isAlone ? { ...call, aloneSince: session.at } : accompanied
}

/** When time alone moves the call on. */
function nextStepOf({ state, updatedAt, aloneSince = Infinity }: Call): number {
  if (state !== 'ACTIVE') return updatedAt + stepMs
  return Math.min(updatedAt + longestMs, aloneSince + longestAloneMs)
}

/** The far end mutes itself when it was told to and observes that. */
function mute(session: Session, call: Call, happened: readonly Effect[]): Outcome {
  if (!call.observesForceMute || !isForcedMute(happened, call)) return { session, effects: [] }
  const outcome = muteVoice(session, call)
  const told = callCallback(session, call, { event: 'muteForced' })
  return { session: outcome.session, effects: [...consequences(outcome), told] }
}

function enterState(session: Session, call: Call, state: CallState): Outcome {
  const moved: Call = { ...call, state, updatedAt: session.at }
  const told = callCallback(session, moved, { event: 'callUpdated', state })
  return { ...keep(session, moved), effects: [told] }
}

function end(session: Session, call: Call, { code, message }: Ending): Outcome {
  const calls = drop(session.calls, ({ id }) => id === call.id)
  const left = dismissGuest({ ...session, calls }, call.connection)
  return {
    session: left.session,
    effects: [
      ...left.effects,
      callCallback(session, call, { event: 'callUpdated', state: 'HANGUP' }),
      callCallback(session, call, {
        event: 'callDestroyed',
        reason_code: code,
        reason_message: message,
      }),
    ],
  }
}

function keep(session: Session, call: Call): Outcome {
  return { session: { ...session, calls: put(session.calls, call) }, effects: [] }
}
