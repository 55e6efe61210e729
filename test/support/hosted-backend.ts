import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
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
  const server = createServer(getRequestListener(app.fetch))
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
