import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'

export type BarePage = { url: string; close(): Promise<void> }

/** Serves a page that has loaded the unmodified OpenTok.js and nothing of ours, and below `empty` one that has loaded nothing. */
export async function serveBarePage(): Promise<BarePage> {
  const client = createRequire(import.meta.url).resolve('@opentok/client/dist/js/opentok.min.js')
  const server = createServer((request, response) => {
    if (request.url === '/opentok.min.js') {
      response.setHeader('content-type', 'text/javascript; charset=utf-8')
      createReadStream(client).pipe(response)
    } else if (request.url === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(
        '<!doctype html><link rel="icon" href="data:,"><script src="/opentok.min.js"></script>',
      )
    } else if (request.url === '/empty') {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end('<!doctype html><link rel="icon" href="data:," />')
    } else {
      response.writeHead(404).end()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
