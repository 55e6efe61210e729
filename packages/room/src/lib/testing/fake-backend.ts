import { untilAborted } from '../async/until-aborted.ts'

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

/** Gives an answer to each question, by its address and its body. */
export type FakeAnswers = (url: string, body: unknown) => FakeAnswer | Promise<FakeAnswer>

/** Makes a backend that needs no network. */
export function createFakeBackend(given: FakeAnswer | FakeAnswers = {}): FakeBackend {
  const answerTo = typeof given === 'function' ? given : () => given
  const requests: { url: string; body: unknown }[] = []
  return {
    requests,
    async fetch(input, init) {
      init?.signal?.throwIfAborted()
      const { url } = new Request(input, init)
      const asked: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
      requests.push({ url, body: asked })
      const answer = Promise.resolve(answerTo(url, asked))
      const { status = 200, body = credentials } = await (init?.signal
        ? untilAborted(answer, init.signal)
        : answer)
      return status === 204 ? new Response(null, { status }) : Response.json(body, { status })
    },
  }
}
