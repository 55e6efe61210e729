import { Hono } from 'hono'
import { verifyClientToken } from '../auth/client-token.ts'
import type { Platform } from '../platform/platform.ts'
import { mediaRouter } from '../session/sender.ts'
import type { Session } from '../session/session.ts'

export interface SessionInfoOptions {
  /** The ICE servers for a client that calls this machine by that name. */
  readonly iceServers: (hostname: string) => readonly IceServer[]
  readonly log: (line: string) => void
}

/** One server that helps clients find a way to each other. */
export interface IceServer {
  readonly urls: readonly string[]
}

/** `GET /session/{id}`: what a client must know before it opens its socket. */
export function sessionInfo(platform: Platform, { iceServers, log }: SessionInfoOptions): Hono {
  return new Hono().get('/session/:id', async (context) => {
    const session = platform.find(context.req.param('id'))
    if (session === undefined) return failure(404, 'There is no such session')
    const token = context.req.header('x-opentok-auth') ?? ''
    const { accounts, clock } = platform
    // A client that moves to another server comes with the token it joined with, which may have expired.
    const connection = session.connections.get(context.req.header('x-tb-connectionid') ?? '')
    const now = connection?.createdAt ?? clock.now()
    const verdict = await verifyClientToken(token, { accounts, session, now })
    if (!verdict.ok) {
      log(`a client was refused: ${verdict.message}`)
      return failure(403, verdict.message)
    }
    const { host, hostname } = new URL(context.req.url)
    return Response.json([describe(session, { host, iceServers: iceServers(hostname) })])
  })
}

function describe(
  session: Session,
  { host, iceServers }: { readonly host: string; readonly iceServers: readonly IceServer[] },
) {
  return {
    session_id: session.id,
    // Compared with the key of `initSession` as text.
    partner_id: session.key,
    // The client tells its sockets apart by this address.
    messaging_url: `ws://${host}/rumorwebsocketsv2${session.server > 1 ? `?server=${session.server}` : ''}`,
    messaging_server_url: host,
    media_server_hostname: host,
    symphony_address: mediaRouter,
    ice_servers: iceServers,
    properties: {
      p2p: { preference: { value: session.mediaMode === 'relayed' ? 'enabled' : 'disabled' } },
      reconnection: true,
      renegotiation: true,
      e2ee: session.e2ee,
    },
  }
}

/** The client takes any HTTP status but 200 for a broken network, and tries again. */
function failure(code: 403 | 404, message: string): Response {
  return Response.json([{ error: { code, errorMessage: { code, message } } }])
}
