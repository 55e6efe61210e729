import { ownerOf } from '../session/owner.ts'
import { ask, ownSession, respond, sessionNotFound } from './ask.ts'
import { noContent, ok } from './endpoint.ts'
import type { Endpoint } from './endpoint.ts'

/** Who is connected, and putting somebody out. */
export const connectionEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/v2/project/:key/session/:session/connection',
    support: 'full',
    answer: (call) => {
      const session = ownSession(call, call.param('session'))
      if (session === undefined) return sessionNotFound()
      const items = [...session.connections.values()].map(({ id, createdAt }) => ({
        connectionId: id,
        connectionState: 'Connected',
        createdAt,
      }))
      return ok({ count: items.length, ...ownerOf(session), sessionId: session.id, items })
    },
  },
  {
    method: 'DELETE',
    path: '/v2/project/:key/session/:session/connection/:connection',
    support: 'full',
    answer: (call) => {
      const connection = call.param('connection')
      const answer = ask(call, call.param('session'), { type: 'force-disconnect', connection })
      return respond(answer, noContent)
    },
  },
]
