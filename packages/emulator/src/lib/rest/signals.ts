import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { refusal } from './refusal.ts'
import { ask, respond } from './ask.ts'
import { noContent } from './endpoint.ts'
import type { Call, Endpoint } from './endpoint.ts'
import { read } from './read-body.ts'

// Its length is the session's business, which answers 413.
const signal = z.object({
  type: z.string('must be a string').nullish(),
  data: z.string('must be a string').nullish(),
})

/** Signals from a server: clients see no sender. */
export const signalEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/v2/project/:key/session/:session/signal',
    support: 'full',
    answer: send,
  },
  {
    method: 'POST',
    path: '/v2/project/:key/session/:session/connection/:connection/signal',
    support: 'full',
    answer: (call) => send(call, call.param('connection')),
  },
]

function send(call: Call, connection?: string): Response {
  const content = read(signal, call.body)
  if (!content.ok) return refusal(400, content)
  const { type, data } = content.value
  const answer = ask(call, call.param('session'), {
    type: 'signal',
    id: randomUUID(),
    ...(connection !== undefined && { connection }),
    content: { ...(type && { type }), ...(data !== null && data !== undefined && { data }) },
  })
  return respond(answer, noContent)
}
