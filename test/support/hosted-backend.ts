import { createServer, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createBackend, createVideoApi } from '@ot-room/backend'
import { waitingRoom } from '@ot-room/backend/features'
import type { Stack } from './stack.ts'

export type HostedBackend = { url: string; close(): Promise<void> }

/** A backend with a waiting room, in which whoever's address ends with `?as=host` is a host. */
export async function startHostedBackend(stack: Stack): Promise<HostedBackend> {
  const { apiKey, apiSecret, emulator, demo } = stack
  const video = createVideoApi({ apiKey, apiSecret, apiUrl: emulator })
  const app = createBackend({
    video,
    proxyUrl: emulator,
    origins: [demo],
    authorize: (request) => {
      const host = new URL(request.url).searchParams.get('as') === 'host'
      return { allow: true, role: host ? 'moderator' : 'publisher' }
    },
    features: [waitingRoom(video)],
  })
  const server = createServer(async (incoming, outgoing) => {
    const gone = new AbortController()
    outgoing.on('close', () => gone.abort())
    const answer = await app.fetch(await requestOf(incoming, gone.signal))
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
    outgoing.end(Buffer.from(await answer.arrayBuffer()))
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

async function requestOf(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const { method = 'GET', headers, url = '/' } = incoming
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const named = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  )
  const body = method === 'POST' ? Buffer.concat(chunks) : undefined
  return new Request(`http://${headers.host}${url}`, {
    method,
    headers: named,
    signal,
    ...(body && { body }),
  })
}
