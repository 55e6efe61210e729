import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import { namesLoopback } from '../network/loopback.ts'
import { platformPath } from '../http/platform-path.ts'
import type { Platform } from '../platform/platform.ts'
import { createClient } from './client.ts'
import type { Client, ClientOptions } from './client.ts'
import { createOutlet } from './outlet.ts'

/** Where clients open their sockets and find themselves again after a fault. */
export interface Gateway {
  /** Takes an HTTP request that asks to become a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Breaks every client's socket as a network fault would. */
  drop(): void
  /** Ends every client, so that none comes back. */
  end(): void
}

export interface GatewayOptions extends Pick<
  ClientOptions,
  'gracePeriodMs' | 'silenceLimitMs' | 'now' | 'log'
> {
  readonly allowRemote: boolean
  readonly allowedHosts?: ReadonlySet<string>
}

/** How a socket came about. */
interface Arrival {
  readonly connection: Duplex
  readonly query: URLSearchParams
}

const socketPath = '/rumorwebsocketsv2'

// An offer with many codecs has some 10 KiB.
const largestFrame = 256 * 1024

// How long a client may take to agree to a close.
const closingMs = 250

// A WebSocket close code after which OpenTok.js does not try again.
const unknownClient = 1011

export function createGateway(platform: Platform, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestFrame })
  const clients = new Set<Client>()
  const resumable = new Map<string, Client>()

  const create = (socketId: string | null) => {
    const client = createClient(platform, {
      ...options,
      resumable: socketId !== null,
      onGone: () => {
        clients.delete(client)
        if (socketId !== null && resumable.get(socketId) === client) resumable.delete(socketId)
      },
    })
    clients.add(client)
    if (socketId !== null) resumable.set(socketId, client)
    return client
  }

  const welcome = (socket: WebSocket, { connection, query }: Arrival) => {
    // A socket without a listener for its errors would end the process.
    socket.on('error', () => socket.terminate())
    const outlet = createOutlet(socket, connection)
    const socketId = query.get('socketId')
    const known = socketId === null ? undefined : resumable.get(socketId)
    if (known !== undefined) return known.attach(socket, outlet)
    // After a restart nobody is known: waiting for the client to give up would take half a minute.
    if (query.get('reconnect') === 'true') return socket.close(unknownClient)
    create(socketId).attach(socket, outlet)
  }

  return {
    upgrade: (request, socket, head) => {
      const host = request.headers.host ?? ''
      const url = URL.parse(request.url ?? '', 'ws://emulator')
      const isAllowed = namesLoopback(host) || options.allowedHosts?.has(hostnameOf(host))
      if (!options.allowRemote && !isAllowed) return reject(socket, '403 Forbidden')
      if (url === null || platformPath(url.pathname) !== socketPath) {
        return reject(socket, '404 Not Found')
      }
      sockets.handleUpgrade(request, socket, head, (opened) =>
        welcome(opened, { connection: socket, query: url.searchParams }),
      )
    },
    drop: () => clients.forEach((client) => client.drop()),
    end: () => {
      clients.forEach((client) => client.end())
      const closing = [...sockets.clients]
      setTimeout(() => closing.forEach((socket) => socket.terminate()), closingMs)
    },
  }
}

function hostnameOf(host: string): string {
  return URL.parse(`http://${host}`)?.hostname.toLowerCase() ?? ''
}

function reject(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
