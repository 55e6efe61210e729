import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'

export type PageServer = { url: string; close(): Promise<void> }

/** What is at a path: a content type and the content, which may be made when it is asked for, and headers. */
export type Served = {
  type: string
  content: string | Uint8Array | (() => string)
  headers?: () => Record<string, string>
}

/** Serves the unmodified OpenTok.js at `/opentok.min.js`, and what is given, on a loopback port of its own. */
export async function servePages(pages: Record<string, Served>): Promise<PageServer> {
  const file = createRequire(import.meta.url).resolve('@opentok/client/dist/js/opentok.min.js')
  const openTok = await readFile(file, 'utf8')
  const all = new Map(Object.entries(pages))
  all.set('/opentok.min.js', { type: 'text/javascript; charset=utf-8', content: openTok })
  const server = createServer((request, response) => {
    const served = all.get(request.url ?? '')
    if (!served) {
      response.writeHead(404).end()
      return
    }
    response.setHeader('content-type', served.type)
    for (const [name, value] of Object.entries(served.headers?.() ?? {})) {
      response.setHeader(name, value)
    }
    response.end(typeof served.content === 'function' ? served.content() : served.content)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
