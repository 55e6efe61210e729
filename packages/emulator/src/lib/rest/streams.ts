import { z } from 'zod'
import { refusal } from './refusal.ts'
import { videoTypeOf } from '../session/monitoring.ts'
import type { Session, Stream } from '../session/session.ts'
import type { JsonObject } from '../wire/json.ts'
import { ask, ownSession, respond, sessionNotFound } from './ask.ts'
import { ok } from './endpoint.ts'
import type { Call, Endpoint } from './endpoint.ts'
import { read, requiredText, text } from './read-body.ts'

const layoutClassList = z
  .array(text(128), 'must be a list of strings')
  .max(64, 'must have at most 64 classes')
const layoutClasses = z.object({
  items: z.array(z.object({ id: requiredText(), layoutClassList }), 'must be a list'),
})
const layoutClassesOfOne = z.object({ layoutClassList })

/** The streams of a session, and the layout classes that composed archives and broadcasts go by. */
export const streamEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/v2/project/:key/session/:session/stream',
    support: 'full',
    answer: (call) => {
      const session = ownSession(call, call.param('session'))
      return session === undefined ? sessionNotFound() : ok(listed(session))
    },
  },
  {
    method: 'GET',
    path: '/v2/project/:key/session/:session/stream/:stream',
    support: 'full',
    answer: (call) => {
      const session = ownSession(call, call.param('session'))
      if (session === undefined) return sessionNotFound()
      const stream = session.streams.get(call.param('stream'))
      if (stream === undefined) return refusal(408, { message: 'There is no such stream' })
      return ok(described(stream))
    },
  },
  {
    method: 'PUT',
    path: '/v2/project/:key/session/:session/stream',
    support: 'full',
    answer: (call) => {
      const body = read(layoutClasses, call.body)
      return body.ok ? classify(call, body.value.items) : refusal(400, body)
    },
  },
  {
    method: 'PUT',
    path: '/v2/project/:key/session/:session/stream/:stream',
    support: 'full',
    answer: (call) => {
      const body = read(layoutClassesOfOne, call.body)
      return body.ok
        ? classify(call, [{ id: call.param('stream'), ...body.value }])
        : refusal(400, body)
    },
  },
]

function classify(
  call: Call,
  items: readonly { readonly id: string; readonly layoutClassList: readonly string[] }[],
): Response {
  const sessionId = call.param('session')
  const classes = new Map(items.map(({ id, layoutClassList: list }) => [id, list]))
  const answer = ask(call, sessionId, { type: 'classify-streams', classes })
  return respond(answer, () => ok(listed(ownSession(call, sessionId))))
}

function listed(session: Session | undefined): JsonObject {
  const items = [...(session?.streams.values() ?? [])].map(described)
  return { count: items.length, items }
}

function described(stream: Stream): JsonObject {
  return {
    id: stream.id,
    videoType: videoTypeOf(stream),
    name: stream.attributes['name'] ?? '',
    layoutClassList: stream.layoutClasses,
  }
}
