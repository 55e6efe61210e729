import { noContent, ok, refusal, textIn, withSession } from './fake-call.ts'
import type { FakeCall, FakeEndpoint } from './fake-call.ts'
import type { FakeSession, FakeState } from './fake-state.ts'
import { disconnect } from './guests.ts'

/** What happens within a session. */
export const sessionEndpoints: readonly FakeEndpoint[] = [
  { method: 'POST', path: '/session/*/signal', answer: speak },
  { method: 'POST', path: '/session/*/connection/*/signal', answer: speak },
  { method: 'POST', path: '/session/*/play-dtmf', answer: speak },
  { method: 'POST', path: '/session/*/connection/*/play-dtmf', answer: speak },
  {
    method: 'GET',
    path: '/session/*/connection',
    answer: (call) =>
      inSession(call, ({ connections }) => {
        const items = [...connections].map(([connectionId, createdAt]) => {
          return { connectionId, connectionState: 'Connected', createdAt }
        })
        return ok({ count: items.length, items })
      }),
  },
  {
    method: 'DELETE',
    path: '/session/*/connection/*',
    answer: (call) =>
      inSession(call, (session) => {
        const [, connectionId = ''] = call.ids
        if (!session.connections.has(connectionId)) return refusal(404, 'Connection not found')
        disconnect(session, connectionId)
        return noContent()
      }),
  },
  {
    method: 'GET',
    path: '/session/*/stream',
    answer: (call) => inSession(call, listed),
  },
  {
    method: 'GET',
    path: '/session/*/stream/*',
    answer: (call) =>
      inSession(call, ({ streams }) => {
        const stream = streams.get(call.ids[1] ?? '')
        return stream === undefined
          ? refusal(408, 'There is no such stream')
          : ok({ ...stream, videoType: 'camera' })
      }),
  },
  {
    method: 'PUT',
    path: '/session/*/stream',
    answer: (call) =>
      inSession(call, (session) => {
        const items = call.body['items'] as { id: string; layoutClassList: readonly string[] }[]
        for (const { id, layoutClassList } of items) {
          const stream = session.streams.get(id)
          if (stream !== undefined) stream.layoutClassList = layoutClassList
        }
        return listed(session)
      }),
  },
  {
    method: 'POST',
    path: '/session/*/stream/*/mute',
    answer: (call) =>
      inSession(call, ({ streams }) =>
        streams.has(call.ids[1] ?? '') ? ok() : refusal(404, 'There is no such stream'),
      ),
  },
  {
    method: 'POST',
    path: '/session/*/mute',
    answer: (call) => inhabited(call, () => ok()),
  },
  {
    method: 'POST',
    path: '/session/*/migrate',
    answer: (call) => inhabited(call, () => ok({}, 202)),
  },
  {
    method: 'POST',
    path: '/captions',
    answer: (call) =>
      withSession(call, textIn(call.body, 'sessionId'), (session) => {
        if (!isModerator(textIn(call.body, 'token'))) return refusal(403, 'No moderator')
        if (session.captions?.status === 'started') return refusal(409, 'Captions have started')
        session.captions = { id: crypto.randomUUID(), status: 'started' }
        return ok({ captionsId: session.captions.id }, 202)
      }),
  },
  {
    method: 'GET',
    path: '/captions/*',
    answer: ({ state, ids: [id = ''] }) => {
      const session = captioned(state, id)
      if (session === undefined) return refusal(404, 'There are no such captions')
      return ok({ captionId: id, sessionId: session.id, status: session.captions?.status })
    },
  },
  {
    method: 'POST',
    path: '/captions/*/stop',
    answer: ({ state, ids: [id = ''] }) => {
      const session = captioned(state, id)
      if (session?.captions?.status !== 'started') return refusal(404, 'There are no such captions')
      session.captions.status = 'stopped'
      return ok({}, 202)
    },
  },
]

function inSession(call: FakeCall, answer: (session: FakeSession) => Response): Response {
  return withSession(call, call.ids[0] ?? '', answer)
}

/** Nothing can be said to a session that nobody is in. */
function inhabited(call: FakeCall, answer: (session: FakeSession) => Response): Response {
  return inSession(call, (session) =>
    session.connections.size === 0 ? refusal(404, 'Nobody is connected') : answer(session),
  )
}

function speak(call: FakeCall): Response {
  return inhabited(call, ({ connections }) => {
    const [, connectionId] = call.ids
    const isThere = connectionId === undefined || connections.has(connectionId)
    return isThere ? noContent() : refusal(404, 'Connection not found')
  })
}

function listed({ streams }: FakeSession): Response {
  const items = [...streams.values()].map((stream) => ({ ...stream, videoType: 'camera' }))
  return ok({ count: items.length, items })
}

function captioned(state: FakeState, id: string): FakeSession | undefined {
  return [...state.sessions.values()].find(({ captions }) => captions?.id === id)
}

/** Reads the role of a JWT without checking who signed it. */
function isModerator(token: string): boolean {
  try {
    const [, payload = ''] = token.split('.')
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    return Reflect.get(Object(claims), 'role') === 'moderator'
  } catch {
    return false
  }
}
