import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createBackend, createVideoApi, jsonLog } from '@ot-room/backend'
import type { Log, VideoApi } from '@ot-room/backend'
import { featuresOf } from '@ot-room/backend/environment'
import { configuration } from './environment.ts'
import type { Configuration, Environment } from './environment.ts'
import { openStore } from './store.ts'

/** A backend that is listening. */
export interface RunningServer {
  readonly url: string
  /** Who may enter, as half a sentence. */
  readonly admits: string
  /** Lets joins in flight finish for a second, then cuts them; may be called again. */
  close(): Promise<void>
}

/** Starts the backend that the environment describes; rejects with a sentence that says what is missing. */
export async function startServer(env: Environment): Promise<RunningServer> {
  const { video: account, backend, host, port, address, logs, admits } = configuration(env)
  const video = createVideoApi(account)
  const features = featuresOf(env, video)
  await proveKey(video)
  const opened = await openStore(env.OT_STORE)
  const app = createBackend({
    video,
    store: opened.store,
    address,
    ...backend,
    ...features,
    log: logOf(logs),
  })
  const server = createServer(getRequestListener(app.fetch)).listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    await opened.close()
    throw error
  }
  const listening = server.address()
  const bound = typeof listening === 'object' && listening !== null ? listening.port : port

  let closing: Promise<void> | undefined
  return {
    admits,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: () => (closing ??= stop(server).then(opened.close)),
  }
}

/** A key that cannot sign would make every join fail; the start fails instead. */
async function proveKey(video: VideoApi): Promise<void> {
  try {
    await video.generateToken('start', { expiresIn: 60 })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : ''
    throw new Error(`The key of this server cannot sign a token. ${reason}`, { cause })
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
function logOf(logs: Configuration['logs']): Log {
  const log = jsonLog(console.error)
  if (logs === 'all') return log
  return (entry) => {
    const isFailure =
      entry.event === 'refused' ? entry.status >= 500 : entry.event === 'signal-failed'
    if (isFailure) log(entry)
  }
}
