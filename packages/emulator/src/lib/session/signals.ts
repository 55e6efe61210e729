import type { Json } from '../wire/json.ts'
import type { Raptor } from '../wire/raptor.ts'
import { addressIn } from './address.ts'
import { describeConnection } from './describe.ts'
import type { Signal } from './message.ts'
import { accept, refuse } from './outcome.ts'
import type { Outcome, Push } from './outcome.ts'
import { allows } from './sender.ts'
import type { Connection, Session } from './session.ts'

const longestType = 128
const longestData = 8192

/** What OpenTok.js takes for a type: the documented letters, digits, `-`, `_` and `~`, and `.` beside. */
const documentedType = /^[A-Za-z0-9._~-]*$/

/** Passes a small message on to everybody, its sender included, or to one connection. */
export function signal(session: Session, from: string, message: Signal): Outcome {
  if (!allows(session, from, 'signal')) {
    return refuse(session, 403, 'The role of this token does not allow signals')
  }
  const { type, data } = message.content
  if (type !== undefined && type !== null && typeof type !== 'string') {
    return refuse(session, 400, 'The type of a signal is a string')
  }
  if (typeof type === 'string' && !documentedType.test(type)) {
    return refuse(session, 400, 'The type of a signal has letters, digits, "-", "_", "~" and "."')
  }
  if (byteLength(type) > longestType || byteLength(data) > longestData) {
    const limits = `a type of ${longestType} and data of ${longestData} bytes`
    return refuse(session, 413, `A signal has at most ${limits}`)
  }
  const receivers = receiversOf(session, message)
  if (receivers.length === 0) return refuse(session, 404, 'There is no such connection')
  const plain = toReceivers(session, message)
  const sender = session.connections.get(from)
  // Who does not hear of connections learns here who is speaking.
  const introduced = sender && toReceivers(session, message, sender)
  return accept(
    session,
    ...receivers.map(({ id, suppressesConnections }): Push => {
      const told = suppressesConnections ? (introduced ?? plain) : plain
      return { type: 'push', to: id, from, message: told }
    }),
  )
}

function receiversOf(session: Session, { connection }: Signal): readonly Connection[] {
  const everybody = [...session.connections.values()]
  return connection === undefined ? everybody : everybody.filter(({ id }) => id === connection)
}

/** What receivers hear: one message for all of them, which is therefore written once. */
function toReceivers(session: Session, message: Signal, sender?: Connection): Raptor {
  const { type, data } = message.content
  const to = message.connection === undefined ? [] : ['connection', message.connection]
  return {
    method: 'signal',
    uri: addressIn(session, ...to, 'signal', message.id),
    content: {
      ...(type !== undefined && { type }),
      ...(data !== undefined && { data }),
      ...(sender !== undefined && { connection: describeConnection(sender) }),
    },
  }
}

function byteLength(value: Json | undefined): number {
  if (value === undefined || value === null) return 0
  return Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value))
}
