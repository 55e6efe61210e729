import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { openAudioSocket } from '../audio-connector/audio-socket.ts'
import type { AudioSocket } from '../audio-connector/audio-socket.ts'
import type { AudioTransport } from '../audio-connector/transport.ts'
import { refusal } from './refusal.ts'
import { voice } from '../session/guest/guest.ts'
import { ask, findOwned, ownSession, respond, sessionNotFound } from './ask.ts'
import { ok } from './endpoint.ts'
import type { Call, Endpoint } from './endpoint.ts'
import { readGuest } from './guests.ts'
import { flag, read, requiredText, text } from './read-body.ts'

const longestHeaders = 512

const fieldName = requiredText(100)

const audioTransport = z.discriminatedUnion(
  'transport',
  [
    z.object({ transport: z.literal('binary') }),
    z.object({
      transport: z.literal('json'),
      encoding: z.literal('base64', 'must be base64 for JSON'),
      audio_field: fieldName.nullish(),
      receive_audio_field: fieldName.nullish(),
      static_fields: z.record(z.string(), text(1000), 'must be an object of strings').nullish(),
    }),
  ],
  'must have a transport, binary or json',
)

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
      audioTransport: audioTransport.nullish(),
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
    support: 'full',
    note: 'sound both ways, in binary messages or in JSON (`audioTransport`)',
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
  const { uri, streams, bidirectional } = websocket
  const socket = await openAudioSocket({
    uri,
    headers: websocket.headers ?? {},
    audioRate: websocket.audioRate ?? 16_000,
    transport: transportOf(websocket.audioTransport ?? { transport: 'binary' }),
  })
  if (!socket.ok) return refusal(400, socket)

  const id = randomUUID()
  const stream = { id: randomUUID(), name: '', channel: [voice] }
  const answer = ask(call, sessionId, {
    type: 'start-connector',
    id,
    guest: guest.value,
    hears: streams ?? [],
    ...(bidirectional === true && { stream }),
  })
  if (answer.status === 200) {
    plug(call, { id, sessionId, connection: guest.value.connection, socket: socket.value })
  } else {
    socket.value.close()
  }
  return respond(answer, ok)
}

/** The defaults are those that the documentation of Vonage's SDKs names. */
function transportOf(asked: z.output<typeof audioTransport>): AudioTransport {
  if (asked.transport === 'binary') return { type: 'binary' }
  const audioField = asked.audio_field ?? 'audio'
  return {
    type: 'json',
    audioField,
    receiveAudioField: asked.receive_audio_field ?? audioField,
    staticFields: asked.static_fields ?? {},
  }
}

interface Plugged {
  readonly id: string
  readonly sessionId: string
  readonly connection: string
  readonly socket: AudioSocket
}

/** From now on the connection and the socket end together. */
function plug({ platform }: Call, { id, sessionId, connection, socket }: Plugged): void {
  platform.plug(id, socket)
  platform.switchboard.plug(sessionId, connection, {
    push: () => undefined,
    hangUp: () => socket.close(),
  })
  socket.onEnd(() => {
    const message = { type: 'leave', reason: 'clientDisconnected' } as const
    platform.dispatch(sessionId, { from: connection, message })
    platform.switchboard.unplug(sessionId, connection)
  })
  socket.listen()
}
