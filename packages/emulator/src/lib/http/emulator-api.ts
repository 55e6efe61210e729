import { Hono } from 'hono'
import type { Platform } from '../platform/platform.ts'
import { describeConnection, describeStream } from '../session/describe.ts'
import type { Session } from '../session/session.ts'
import { namesLoopback } from './loopback.ts'
import { refusal } from './refusal.ts'

/** What the emulator itself can be asked to do. */
export interface Controls {
  reset(): Promise<void>
  dropSockets(): void
}

/** `/_emulator/`: the emulator's own API, which the real platform does not have. */
export function emulatorApi(platform: Platform, controls: Controls): Hono {
  const api = new Hono()

  // Any page of the web could post here; only pages of this machine may.
  api.use(async (context, next) => {
    const origin = context.req.header('origin')
    if (origin === undefined || namesLoopback(origin)) return next()
    return refusal(403, { message: 'Only pages of this machine may control the emulator' })
  })
  api.get('/sessions', (context) => context.json({ sessions: platform.list().map(inspect) }))
  api.post('/reset', async (context) => {
    await controls.reset()
    return context.body(null, 204)
  })
  api.post('/drop-sockets', (context) => {
    controls.dropSockets()
    return context.body(null, 204)
  })
  return api
}

function inspect(session: Session) {
  const { connections, streams, subscriptions, id, ...rest } = session
  return {
    sessionId: id,
    ...rest,
    connections: [...connections.values()].map((connection) => ({
      ...describeConnection(connection),
      role: connection.role,
    })),
    streams: [...streams.values()].flatMap((stream) => {
      const owner = connections.get(stream.owner)
      return owner === undefined ? [] : [describeStream(stream, owner)]
    }),
    subscriptions: [...subscriptions.values()].map(({ negotiation, ...subscription }) => ({
      ...subscription,
      negotiation: negotiation.state,
    })),
  }
}
