import { unimpaired } from '../../media/impairment.ts'
import type { ClientNetwork } from '../../media/command.ts'
import { put } from '../collection.ts'
import { accept, refuse } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Session } from '../session.ts'

export function networkOf({ connections }: Session, connection: string): ClientNetwork {
  return { connection, impairment: connections.get(connection)?.network ?? unimpaired }
}

/** Makes a client's network as bad as that; its media in relayed sessions does not pass the platform. */
export function impairNetwork(
  session: Session,
  { connection: id, impairment }: ClientNetwork,
): Outcome {
  const connection = session.connections.get(id)
  if (connection === undefined) return refuse(session, 404, 'There is no such connection')
  if (session.mediaMode === 'relayed') {
    return refuse(session, 409, 'Only media of routed sessions passes the platform')
  }
  const connections = put(session.connections, { ...connection, network: impairment })
  const network = { connection: id, impairment }
  return accept(
    { ...session, connections },
    { type: 'media', command: { type: 'impair', network } },
  )
}
