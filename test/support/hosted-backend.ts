import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createBackend, createVideoApi, visitorIds, type VideoApi } from '@ot-room/backend'
import { waitingRoom } from '@ot-room/backend/features'
import type { Stack } from './stack.ts'

export type HostedBackend = { url: string; close(): Promise<void> }

type Options = Parameters<typeof createBackend>[0]

/** What a backend has for its hosts; by default a waiting room. */
export type Hospitality = Pick<Options, 'session'> & {
  features?: (video: VideoApi) => NonNullable<Options['features']>
}

/**
 * A backend in which whoever's address ends with `?as=host` is a host. It knows people again by the name that they give
 * in it: `?as=guest&id=bob`.
 */
export async function startHostedBackend(
  stack: Stack,
  { session, features = (video) => [waitingRoom(video)] }: Hospitality = {},
): Promise<HostedBackend> {
  const { apiKey, apiSecret, emulator, demo } = stack
  const video = createVideoApi({ apiKey, apiSecret, apiUrl: emulator })
  const app = createBackend({
    video,
    proxyUrl: emulator,
    origins: [demo],
    authorize: (request) => {
      const { searchParams } = new URL(request.url)
      const id = searchParams.get('id')
      const role = searchParams.get('as') === 'host' ? 'moderator' : 'publisher'
      return { allow: true, role, ...(id && { id }) }
    },
    visitors: visitorIds('a secret of this test, of thirty-two characters and more'),
    features: features(video),
    ...(session && { session }),
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
