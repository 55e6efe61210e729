import { base64urlOfText } from '../account/base64url.ts'
import { callbackEndpoints } from './callbacks.ts'
import { compositionEndpoints } from './compositions.ts'
import { ok, refusal } from './fake-call.ts'
import type { FakeEndpoint } from './fake-call.ts'
import { emptyState } from './fake-state.ts'
import type { FakeState, Json } from './fake-state.ts'
import { guestEndpoints } from './guests.ts'
import { sessionEndpoints } from './sessions.ts'

/** A request that the fake has answered. */
export interface FakeRequest {
  readonly method: string
  /** With the query. */
  readonly path: string
  /** The members of the JSON or of the form. */
  readonly body: Json
}

/** A platform in memory, for tests of what calls it. Whoever calls is taken for the project. */
export interface FakePlatform {
  /** Made-up credentials, and the `fetch` that leads here: all that `createVideoApi` needs. */
  readonly options: {
    readonly apiKey: string
    readonly apiSecret: string
    readonly fetch: typeof fetch
  }
  /** Everything that was asked, in its order. */
  readonly requests: readonly FakeRequest[]
  /** Answers the next request with this instead; several wait in line. */
  failNext(answer: () => Response | Promise<Response>): void
}

const endpoints: readonly FakeEndpoint[] = [
  ...sessionEndpoints,
  ...guestEndpoints,
  ...compositionEndpoints,
  ...callbackEndpoints,
]

export function createFakePlatform(): FakePlatform {
  const apiKey = '10000000'
  const state = emptyState(apiKey)
  const requests: FakeRequest[] = []
  const failures: (() => Response | Promise<Response>)[] = []
  const answerTo = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    const body = bodyOf(await request.text())
    requests.push({ method: request.method, path: url.pathname + url.search, body })
    const failure = failures.shift()
    return failure === undefined
      ? answered(state, { method: request.method, url, body })
      : failure()
  }
  return {
    options: { apiKey, apiSecret: 'deadbeef'.repeat(5), fetch: answerTo },
    requests,
    failNext: (answer) => failures.push(answer),
  }
}

interface Asked {
  readonly method: string
  readonly url: URL
  readonly body: Json
}

function answered(state: FakeState, { method, url, body }: Asked): Response {
  if (url.pathname === '/session/create') return created(state, body)
  const root = `/v2/project/${state.applicationId}`
  for (const endpoint of endpoints) {
    const ids = endpoint.method === method ? matched(root + endpoint.path, url.pathname) : undefined
    if (ids !== undefined) {
      return endpoint.answer({ state, body, query: url.searchParams, ids, now: Date.now() })
    }
  }
  return refusal(404, 'There is nothing at this address')
}

function created(state: FakeState, body: Json): Response {
  const payload = `1~${state.applicationId}~~${Date.now()}~${crypto.randomUUID()}~~`
  const id = `2_${base64urlOfText(payload)}`
  state.sessions.set(id, {
    id,
    isRouted: body['p2p.preference'] !== 'enabled',
    connections: new Map(),
    streams: new Map(),
    captions: undefined,
  })
  return ok([{ session_id: id, project_id: state.applicationId }])
}

/** The parts that the stars of a pattern stand for; undefined when the path is another. */
function matched(pattern: string, path: string): readonly string[] | undefined {
  const wanted = pattern.split('/')
  const parts = path.split('/')
  const fits =
    wanted.length === parts.length &&
    wanted.every((part, index) => part === '*' || part === parts[index])
  return fits
    ? parts.filter((_, index) => wanted[index] === '*').map((part) => decodeURIComponent(part))
    : undefined
}

function bodyOf(text: string): Json {
  return text.startsWith('{')
    ? (JSON.parse(text) as Json)
    : Object.fromEntries(new URLSearchParams(text))
}
