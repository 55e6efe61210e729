import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { refusal } from '../http/refusal.ts'
import { voice } from '../session/guest/guest.ts'
import { ask, findOwned, ownSession, respond, sessionNotFound } from './ask.ts'
import { ok } from './endpoint.ts'
import type { Call, Endpoint } from './endpoint.ts'
import { readGuest } from './guests.ts'
import { flag, read, requiredText, text } from './read-body.ts'

const longestHeaders = 512

const connecting = z.object({
  sessionId: requiredText(),
  token: requiredText(),
  websocket: z.object(
    {
      uri: requiredText(2048).regex(/^wss?:\/\/.+/i, 'must be a ws or wss URI'),
      streams: z.array(requiredText(), 'must be a list of stream ids').nullish(),
      headers: z
        .record(z.string(), text(longestHeaders), 'must be an object of strings')
        .refine(
          (headers) => Buffer.byteLength(JSON.stringify(headers)) <= longestHeaders,
          `must have at most ${longestHeaders} bytes`,
        )
        .nullish(),
      audioRate: z.literal([8000, 16_000, 24_000], 'must be 8000, 16000 or 24000').nullish(),
      bidirectional: flag.nullish(),
    },
    'must be an object',
  ),
})

/** Audio Connector: the sound of a session for a WebSocket server. */
export const connectorEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/v2/project/:key/connect',
    support: 'shape',
    note: 'it is in the session; no WebSocket is opened until the media router exists',
    answer: connect,
  },
  {
    method: 'POST',
    path: '/v2/project/:key/connect/:connector/stop',
    support: 'full',
    answer: (call) => {
      const id = call.param('connector')
      const session = findOwned(call, ({ connectors }) => connectors.has(id))
      return respond(ask(call, session?.id ?? '', { type: 'stop-connector', id }), () => ok({}))
    },
  },
]

async function connect(call: Call): Promise<Response> {
  const body = read(connecting, call.body)
  if (!body.ok) return refusal(400, body)
  const { sessionId, token, websocket } = body.value
  const session = ownSession(call, sessionId)
  if (session === undefined) return sessionNotFound()
  const guest = await readGuest(call, session, { token, needs: 'publish' })
  if (!guest.ok) return refusal(403, guest)
  const stream = { id: randomUUID(), name: '', channel: [voice] }
  const answer = ask(call, sessionId, {
    type: 'start-connector',
    id: randomUUID(),
    guest: guest.value,
    hears: websocket.streams ?? [],
    ...(websocket.bidirectional === true && { stream }),
  })
  return respond(answer, ok)
}
