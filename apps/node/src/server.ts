import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createBackend, createVideoApi, jsonLog, socketAddress } from '@ot-room/backend'
import type { Log } from '@ot-room/backend'
import { featuresOf } from '@ot-room/backend/environment'
import { configuration } from './environment.ts'
import type { Environment } from './environment.ts'
import { openStore } from './store.ts'

/** A backend that is listening. */
export interface RunningServer {
  readonly url: string
  /** Lets joins in flight finish for a second, then cuts them; may be called again. */
  close(): Promise<void>
}

/** Starts the backend that the environment describes; rejects with a sentence that says what is missing. */
export async function startServer(env: Environment): Promise<RunningServer> {
  const { video: account, backend, host, port } = configuration(env)
  const video = createVideoApi(account)
  const features = featuresOf(env, video)
  const opened = await openStore(env.OT_STORE)
  const app = createBackend({
    video,
    store: opened.store,
    address: socketAddress,
    ...backend,
    ...features,
    log: logOf(env),
  })
  const server = createServer(getRequestListener(app.fetch)).listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    await opened.close()
    throw error
  }
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port

  let closing: Promise<void> | undefined
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: () => (closing ??= stop(server).then(opened.close)),
  }
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const cut = setTimeout(() => server.closeAllConnections(), 1000)
  await closed
  clearTimeout(cut)
}

/** Lines on stderr: of failures of the server, or of everything with `OT_LOG=all`. */
function logOf({ OT_LOG }: Environment): Log {
  const log = jsonLog(console.error)
  if (OT_LOG === 'all') return log
  return (entry) => {
    if (entry.event === 'refused' && entry.status >= 500) log(entry)
  }
}
