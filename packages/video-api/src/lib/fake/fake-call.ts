import type { FakeSession, FakeState, Json } from './fake-state.ts'

/** A request on its way through the fake. */
export interface FakeCall {
  readonly state: FakeState
  readonly body: Json
  readonly query: URLSearchParams
  /** The parts of the path that the pattern leaves open, in their order. */
  readonly ids: readonly string[]
  readonly now: number
}

/** What one address answers. */
export interface FakeEndpoint {
  readonly method: string
  /** Below `/v2/project/{key}`; a star stands for an id. */
  readonly path: string
  readonly answer: (call: FakeCall) => Response
}

export function refusal(status: number, message: string, code = status): Response {
  return Response.json({ code, message }, { status })
}

export function ok(body: unknown = {}, status = 200): Response {
  return Response.json(body, { status })
}

export const noContent = (): Response => new Response(null, { status: 204 })

export function textIn(body: Json, name: string): string {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}

/** Answers with the session, or that there is none. */
export function withSession(
  { state }: FakeCall,
  id: string,
  answer: (session: FakeSession) => Response,
): Response {
  const session = state.sessions.get(id)
  return session === undefined ? refusal(404, 'Session not found') : answer(session)
}

/** A page of a list, the newest first. */
export function paged(items: readonly Json[], query: URLSearchParams): Response {
  const offset = Number(query.get('offset') ?? 0)
  const count = Number(query.get('count') ?? 50)
  const newest = items.toReversed()
  return ok({ count: newest.length, items: newest.slice(offset, offset + count) })
}
