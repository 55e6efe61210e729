/** A backend that answers every join alike and remembers what it was asked. */
export interface FakeBackend {
  /** Give it to a room as `fetch`. */
  readonly fetch: typeof fetch
  readonly requests: readonly { readonly url: string; readonly body: unknown }[]
}

/** An answer: credentials by default, a problem document when a status from 400 on is given. */
export interface FakeAnswer {
  readonly status?: number
  readonly body?: unknown
}

const credentials = {
  applicationId: 'fake-application',
  sessionId: 'fake-session',
  token: 'fake-token',
  role: 'publisher',
  mediaMode: 'routed',
}

/** Makes a backend that needs no network. */
export function createFakeBackend({
  status = 200,
  body = credentials,
}: FakeAnswer = {}): FakeBackend {
  const requests: { url: string; body: unknown }[] = []
  return {
    requests,
    async fetch(input, init) {
      init?.signal?.throwIfAborted()
      const { url } = new Request(input, init)
      requests.push({
        url,
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
      })
      return Response.json(body, { status })
    },
  }
}
