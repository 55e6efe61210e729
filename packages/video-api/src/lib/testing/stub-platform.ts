import { createServer } from 'node:http'
import type { IncomingHttpHeaders, RequestListener, ServerResponse } from 'node:http'
import type { TestContext } from 'node:test'

/** A request as the stub received it. */
export interface ReceivedRequest {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly form: Record<string, string>
  readonly body: string
}

/** A loopback HTTP server that answers as told, well or badly, and closes with the test. */
export async function stubPlatform(
  t: TestContext,
  answer: (response: ServerResponse, request: ReceivedRequest) => void,
): Promise<{ readonly url: string; readonly requests: readonly ReceivedRequest[] }> {
  const requests: ReceivedRequest[] = []
  const listener: RequestListener = async (incoming, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const { method, url, headers } = incoming
    const body = Buffer.concat(chunks).toString()
    const form = Object.fromEntries(new URLSearchParams(body))
    const request = { method, url, headers, form, body }
    requests.push(request)
    answer(response, request)
  }
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, requests }
}

/** Answers with a session the way the platform does. */
export function answerSession(response: ServerResponse, sessionId: string): void {
  answerJson(response, [{ session_id: sessionId, project_id: '100' }])
}

export function answerJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify(body))
}
