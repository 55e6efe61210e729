import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createBackend, createVideoApi } from '@ot-room/backend'
import type { LogEntry } from '@ot-room/backend'
import { configuration } from './environment.ts'
import type { Environment } from './environment.ts'

/** A backend that is listening. */
export interface RunningServer {
  readonly url: string
  /** Lets joins in flight finish for a second, then cuts them; may be called again. */
  close(): Promise<void>
}

/** Starts the backend that the environment describes; rejects with a sentence that says what is missing. */
export async function startServer(env: Environment): Promise<RunningServer> {
  const { video, backend, host, port } = configuration(env)
  const app = createBackend({ video: createVideoApi(video), ...backend, log: logFailure })
  const server = createServer(getRequestListener(app.fetch)).listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port

  let closing: Promise<void> | undefined
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: () => (closing ??= stop(server)),
  }
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const cut = setTimeout(() => server.closeAllConnections(), 1000)
  await closed
  clearTimeout(cut)
}

function logFailure(entry: LogEntry): void {
  if (entry.event !== 'refused' || entry.status < 500) return
  const { code, cause } = entry
  console.error(`ot-room backend: ${code}: ${cause instanceof Error ? cause.message : 'no cause'}`)
}
