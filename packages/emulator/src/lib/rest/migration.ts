import { ask, respond } from './ask.ts'
import { ok } from './endpoint.ts'
import type { Endpoint } from './endpoint.ts'

/** Server rotation: what the platform does now and then to long sessions, on demand. */
export const migrationEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/v2/project/:key/session/:session/migrate',
    support: 'full',
    answer: (call) =>
      respond(ask(call, call.param('session'), { type: 'rotate' }), () =>
        ok({ message: 'The session moves to another server' }, 202),
      ),
  },
]
