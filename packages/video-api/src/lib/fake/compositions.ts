import { noContent, ok, paged, refusal, textIn, withSession } from './fake-call.ts'
import type { FakeCall, FakeEndpoint } from './fake-call.ts'
import type { FakeComposition, FakeState, Json } from './fake-state.ts'

type Noun = 'archive' | 'broadcast'

/** Archives and broadcasts. */
export const compositionEndpoints: readonly FakeEndpoint[] = [
  {
    method: 'PUT',
    path: '/archive/storage',
    answer: ({ state }) => {
      state.storage = 'uploaded'
      return ok()
    },
  },
  {
    method: 'DELETE',
    path: '/archive/storage',
    answer: ({ state }) => {
      state.storage = 'available'
      return noContent()
    },
  },
  ...endpointsOf('archive'),
  ...endpointsOf('broadcast'),
  {
    method: 'DELETE',
    path: '/archive/*',
    answer: (call) =>
      withOne(call, 'archive', ({ id, status }) => {
        if (status === 'started') return refusal(409, 'The archive is still recorded')
        call.state.archives.delete(id)
        return noContent()
      }),
  },
]

function endpointsOf(noun: Noun): readonly FakeEndpoint[] {
  return [
    { method: 'POST', path: `/${noun}`, answer: (call) => start(call, noun) },
    {
      method: 'GET',
      path: `/${noun}`,
      answer: ({ state, query }) => {
        const sessionId = query.get('sessionId')
        const items = [...shelf(state, noun).values()]
          .filter((one) => sessionId === null || one.sessionId === sessionId)
          .map(described)
        return paged(items, query)
      },
    },
    {
      method: 'GET',
      path: `/${noun}/*`,
      answer: (call) => withOne(call, noun, (one) => ok(described(one))),
    },
    {
      method: 'POST',
      path: `/${noun}/*/stop`,
      answer: (call) =>
        withOne(call, noun, (one) => {
          if (one.status !== 'started') return refusal(409, 'It has been stopped')
          const answer = ok({ ...described(one), status: 'stopped' })
          // What the platform takes a moment for is done at once.
          one.status = noun === 'archive' ? call.state.storage : 'stopped'
          return answer
        }),
    },
    {
      method: 'PUT',
      path: `/${noun}/*/layout`,
      answer: (call) => withOne(call, noun, () => ok()),
    },
    {
      method: 'PATCH',
      path: `/${noun}/*/streams`,
      answer: (call) => withOne(call, noun, (one) => select(one, call.body)),
    },
  ]
}

function start(call: FakeCall, noun: Noun): Response {
  const { body, state, now } = call
  return withSession(call, textIn(body, 'sessionId'), (session) => {
    if (session.connections.size === 0) return refusal(404, 'Nobody is connected')
    if (!session.isRouted) return refusal(409, 'The session is relayed')
    const tag = noun === 'archive' ? 'multiArchiveTag' : 'multiBroadcastTag'
    const isTaken = [...shelf(state, noun).values()].some(
      (one) =>
        one.sessionId === session.id && one.status === 'started' && one.body[tag] === body[tag],
    )
    if (isTaken) return refusal(409, `There is such a ${noun}`)
    const one: FakeComposition = {
      id: crypto.randomUUID(),
      sessionId: session.id,
      createdAt: now,
      body,
      streams: new Map(),
      status: 'started',
    }
    shelf(state, noun).set(one.id, one)
    return ok(described(one))
  })
}

function select({ body, streams }: FakeComposition, change: Json): Response {
  if (body['streamMode'] !== 'manual') return refusal(400, 'The stream mode is not manual')
  const { addStream: streamId, hasAudio = true, hasVideo = true } = change
  if (typeof streamId === 'string') streams.set(streamId, { streamId, hasAudio, hasVideo })
  else streams.delete(textIn(change, 'removeStream'))
  return noContent()
}

function withOne(
  { state, ids: [id = ''] }: FakeCall,
  noun: Noun,
  answer: (one: FakeComposition) => Response,
): Response {
  const one = shelf(state, noun).get(id)
  return one === undefined ? refusal(404, `There is no such ${noun}`) : answer(one)
}

function shelf(state: FakeState, noun: Noun): Map<string, FakeComposition> {
  return noun === 'archive' ? state.archives : state.broadcasts
}

function described({ id, status, createdAt, streams, body }: FakeComposition): Json {
  const defaults = { hasAudio: true, hasVideo: true, streamMode: 'auto' }
  return { ...defaults, ...body, id, status, createdAt, streams: [...streams.values()] }
}
