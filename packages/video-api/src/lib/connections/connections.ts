import { filled, listed, number } from '../answers/answered.ts'
import type { Listed } from '../answers/answered.ts'
import type { OpenUnion } from '../answers/open-union.ts'
import { readOptions } from '../options/call-options.ts'
import type { CallOptions } from '../options/call-options.ts'
import { listLimit } from '../platform/answer-text.ts'
import { pathPart } from '../platform/path.ts'
import type { CallProject } from '../platform/project-caller.ts'

/** Somebody who is connected. */
export interface Connection {
  readonly connectionId: string
  readonly connectionState?: OpenUnion<'Connecting' | 'Connected'>
  /** Milliseconds since 1970. */
  readonly createdAt?: number
}

/** Who is in a session. */
export interface Connections {
  /** The oldest first. */
  list(sessionId: string, options?: CallOptions): Promise<Listed<Connection>>
  /** Puts somebody out; the client hears `sessionDisconnected` with the reason `forceDisconnected`. */
  disconnect(sessionId: string, connectionId: string, options?: CallOptions): Promise<void>
}

export function connections(call: CallProject): Connections {
  const read = listed<Connection>('connections', {
    needed: { connectionId: filled },
    rest: { connectionState: filled, createdAt: number },
  })
  const at = (sessionId: string) => `/session/${pathPart('sessionId', sessionId)}/connection`
  return Object.freeze({
    async list(sessionId, options) {
      const { signal } = readOptions(options, 'connections.list', {})
      return read(
        await call({ method: 'GET', path: at(sessionId), signal, answerLimit: listLimit }),
      )
    },

    async disconnect(sessionId, connectionId, options) {
      const { signal } = readOptions(options, 'connections.disconnect', {})
      const path = `${at(sessionId)}/${pathPart('connectionId', connectionId)}`
      await call({ method: 'DELETE', path, signal })
    },
  } satisfies Connections)
}
