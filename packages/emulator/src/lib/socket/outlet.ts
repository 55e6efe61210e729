import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'

/** The way out through one socket: each call is one WebSocket message, head and all. */
export type Outlet = (message: Uint8Array) => void

/**
 * Writes straight to the connection below a WebSocket. `send` writes head and body apart, a fifth of the work where every
 * message that comes in goes out twenty times.
 */
export function createOutlet(socket: WebSocket, connection: Duplex): Outlet {
  return (message) => {
    if (socket.readyState === WebSocket.OPEN) connection.write(message)
  }
}
