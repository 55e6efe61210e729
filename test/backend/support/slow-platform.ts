import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Socket } from 'node:net'

/** What the platform does when it is asked for a session. */
export type Mood = 'works' | 'fails' | 'hangs'

/** A platform of sessions alone, which takes its time and counts what it hands out. */
export interface SlowPlatform {
  readonly url: string
  readonly created: ReadonlySet<string>
  /** Resolves when somebody has asked for a session that will not come. */
  readonly hanging: Promise<unknown>
  close(): Promise<void>
}

/** Starts one that takes 50 ms per session; its first answers are in the moods that are given. */
export async function startSlowPlatform(moods: readonly Mood[] = []): Promise<SlowPlatform> {
  const created = new Set<string>()
  const sockets = new Set<Socket>()
  const waiting = [...moods]
  let noticeHanging = (): void => {}
  const hanging = new Promise<void>((resolve) => (noticeHanging = resolve))
  const server = createServer((request, response) => {
    request.resume()
    const mood = waiting.shift() ?? 'works'
    if (mood === 'hangs') return noticeHanging()
    setTimeout(() => {
      response.setHeader('Content-Type', 'application/json')
      if (mood === 'fails') return response.writeHead(503).end('{"message":"outage"}')
      const session = `1_session${created.size + 1}`
      created.add(session)
      return response.end(JSON.stringify([{ session_id: session }]))
    }, 50)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}`,
    created,
    hanging,
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
