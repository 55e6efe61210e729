import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One origin for a page, its worker and the platform behind them, so that no browser rule is in the way. */
export async function servePage({
  worker,
  platform,
}: {
  readonly worker: string
  readonly platform: string
}): Promise<{ readonly url: string; close(): Promise<void> }> {
  const script = await readFile(worker)
  const server = createServer(async (request, response) => {
    if (request.url === '/') return response.end('<!doctype html><title>probe</title>')
    if (request.url === '/worker.js') {
      return response.setHeader('Content-Type', 'text/javascript').end(script)
    }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { 'content-type': type, accept, authorization, 'x-opentok-auth': auth } = request.headers
    const headers = Object.entries({
      'content-type': type,
      accept,
      authorization,
      'x-opentok-auth': auth,
    })
    const answer = await fetch(platform + request.url, {
      method: request.method ?? 'GET',
      headers: headers.filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    })
    response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? '' })
    return response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
