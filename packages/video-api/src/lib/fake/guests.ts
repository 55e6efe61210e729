import type { FakeCall } from './fake-call.ts'
import { noContent, ok, paged, refusal, textIn, withSession } from './fake-call.ts'
import type { FakeEndpoint } from './fake-call.ts'
import type { FakeGuest, FakeRender, FakeSession, Json } from './fake-state.ts'

/** Telephones, rendered pages and audio connectors: who is there without a page. */
export const guestEndpoints: readonly FakeEndpoint[] = [
  {
    method: 'POST',
    path: '/dial',
    answer: (call) =>
      admit(call, (session) => {
        const { from = '' } = (call.body['sip'] ?? {}) as { readonly from?: string }
        const guest = enter(call, session)
        return ok({ ...guest, streamId: publish(session, guest, from) })
      }),
  },
  {
    method: 'POST',
    path: '/render',
    answer: (call) =>
      admit(call, (session) => {
        const { name = '' } = (call.body['properties'] ?? {}) as { readonly name?: string }
        const guest = enter(call, session)
        const streamId = publish(session, guest, name)
        const { token: _, properties: __, ...body } = { properties: {}, token: '', ...call.body }
        const render: FakeRender = {
          ...guest,
          streamId,
          createdAt: call.now,
          body: { ...body, name },
          status: 'started',
        }
        call.state.renders.set(render.id, render)
        return ok(described(render), 202)
      }),
  },
  {
    method: 'GET',
    path: '/render',
    answer: ({ state, query }) => paged([...state.renders.values()].map(described), query),
  },
  {
    method: 'GET',
    path: '/render/*',
    answer: ({ state, ids: [id = ''] }) => {
      const render = state.renders.get(id)
      return render === undefined ? refusal(404, 'There is no such render') : ok(described(render))
    },
  },
  {
    method: 'DELETE',
    path: '/render/*',
    answer: (call) => {
      const render = call.state.renders.get(call.ids[0] ?? '')
      if (render === undefined) return refusal(404, 'There is no such render')
      render.status = 'stopped'
      leave(call, render)
      return noContent()
    },
  },
  {
    method: 'POST',
    path: '/connect',
    answer: (call) =>
      admit(call, (session) => {
        const guest = enter(call, session)
        call.state.connectors.set(guest.id, guest)
        return ok(guest)
      }),
  },
  {
    method: 'POST',
    path: '/connect/*/stop',
    answer: (call) => {
      const guest = call.state.connectors.get(call.ids[0] ?? '')
      if (guest === undefined) return refusal(404, 'There is no such connector')
      call.state.connectors.delete(guest.id)
      leave(call, guest)
      return ok()
    },
  },
]

function admit(call: FakeCall, answer: (session: FakeSession) => Response): Response {
  if (textIn(call.body, 'token').length < 20) return refusal(403, 'The token is malformed')
  return withSession(call, textIn(call.body, 'sessionId'), (session) =>
    session.isRouted ? answer(session) : refusal(409, 'The session is relayed'),
  )
}

function enter({ now }: FakeCall, session: FakeSession): FakeGuest {
  const guest = {
    id: crypto.randomUUID(),
    sessionId: session.id,
    connectionId: crypto.randomUUID(),
  }
  session.connections.set(guest.connectionId, now)
  return guest
}

function publish(session: FakeSession, { connectionId }: FakeGuest, name: string): string {
  const id = crypto.randomUUID()
  session.streams.set(id, { id, connectionId, name, layoutClassList: [] })
  return id
}

function leave({ state }: FakeCall, { sessionId, connectionId }: FakeGuest): void {
  const session = state.sessions.get(sessionId)
  if (session !== undefined) disconnect(session, connectionId)
}

/** Takes somebody out with all that they publish. */
export function disconnect(session: FakeSession, connectionId: string): void {
  session.connections.delete(connectionId)
  for (const { id, connectionId: owner } of session.streams.values()) {
    if (owner === connectionId) session.streams.delete(id)
  }
}

function described({ id, status, streamId, createdAt, body }: FakeRender): Json {
  return { ...body, id, status, streamId, createdAt, updatedAt: createdAt }
}
