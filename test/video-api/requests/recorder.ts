import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request cut down to what matters to the platform. */
export interface RecordedRequest {
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Byte for byte. */
  readonly body: string
}

export interface Recorder {
  readonly url: string
  /** What was asked during a step, whatever came of the step. */
  during(step: () => Promise<unknown>): Promise<readonly RecordedRequest[]>
  close(): Promise<void>
}

const id = '00000000-0000-4000-8000-000000000001'
// Whatever is asked for, this is some of it.
const anything = {
  id,
  status: 'started',
  sessionId: '1_x',
  connectionId: 'c',
  streamId: 's',
  captionsId: id,
  captionId: id,
  count: 0,
  items: [],
}

/** A platform that says yes to everything and writes it down. */
export async function startRecorder(): Promise<Recorder> {
  let requests: RecordedRequest[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    requests.push(recorded(request, Buffer.concat(chunks).toString()))
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify(answerTo(request)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    during: async (step) => {
      requests = []
      await step().catch(() => undefined)
      return requests
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function answerTo({ method, url = '' }: IncomingMessage): unknown {
  if (url.startsWith('/session/create')) return [{ session_id: '1_x' }]
  if (method === 'GET' && url.endsWith('/callback')) return []
  return anything
}

function recorded(
  { method = '', url = '', headers }: IncomingMessage,
  body: string,
): RecordedRequest {
  const kept = ['content-type', 'accept', 'authorization', 'x-opentok-auth'] as const
  const pairs = kept
    .map((name) => [name, headers[name]] as const)
    .filter((pair): pair is [(typeof kept)[number], string] => pair[1] !== undefined)
    .map(([name, value]) => [name, value.replace(/eyJ[\w.-]+/, '{jwt}')])
  return { method, path: url, headers: Object.fromEntries(pairs), body }
}
