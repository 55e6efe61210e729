import { put } from '../collection.ts'
import { admitGuest, consequences, isRefusal, publishAsGuest } from '../guest/guest.ts'
import { accept, answer, refuse } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Session } from '../session.ts'
import { callCallback, describeCall } from './call.ts'
import type { Call, Dial, PlayDigits } from './call.ts'

const mostDigits = 1024

/** Calls a telephone; it is in the session as a stream at once, and rings. */
export function dial(session: Session, message: Dial): Outcome {
  if (session.mediaMode === 'relayed') {
    return refuse(session, 409, 'SIP calls need a routed session')
  }
  const { guest, stream, id, observesForceMute, refusal } = message
  const admitted = admitGuest(session, guest)
  if (isRefusal(admitted)) return { session, effects: admitted.effects }
  const published = publishAsGuest(admitted.session, guest.connection, stream)
  if (isRefusal(published)) return { session, effects: published.effects }

  const call: Call = {
    id,
    connection: guest.connection,
    stream: stream.id,
    state: 'DIALING',
    observesForceMute,
    ...(refusal !== undefined && { refusal }),
    digits: '',
    createdAt: session.at,
    updatedAt: session.at,
  }
  const next = { ...published.session, calls: put(session.calls, call) }
  return answer(
    next,
    describeCall(next, call),
    ...consequences(admitted),
    ...consequences(published),
    callCallback(next, call, { event: 'callCreated' }),
    callCallback(next, call, { event: 'callUpdated', state: call.state }),
  )
}

/** Plays tones to everybody or to one connection; calls keep them, other clients have no use for them. */
export function playDigits(session: Session, { digits, connection }: PlayDigits): Outcome {
  const receivers = [...session.connections.keys()].filter(
    (id) => connection === undefined || id === connection,
  )
  if (receivers.length === 0) return refuse(session, 404, 'There is no such connection')
  const called = [...session.calls.values()].filter((call) => receivers.includes(call.connection))
  const calls = called.reduce(
    (all, call) => put(all, { ...call, digits: (call.digits + digits).slice(-mostDigits) }),
    session.calls,
  )
  return accept({ ...session, calls })
}
