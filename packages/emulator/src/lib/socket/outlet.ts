import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'

/** The way out through one socket: each call is one binary message. */
export type Outlet = (bytes: Uint8Array) => void

// RFC 6455, section 5.2: a whole message of binary data; servers do not mask.
const wholeBinary = 0x82
const mostInTwo = 125
const mostInFour = 0xffff

/**
 * Writes straight to the connection below a WebSocket. `send` writes head and body apart, a fifth of the work where every
 * message that comes in goes out twenty times.
 */
export function createOutlet(socket: WebSocket, connection: Duplex): Outlet {
  return (bytes) => {
    if (socket.readyState === WebSocket.OPEN) connection.write(toMessage(bytes))
  }
}

function toMessage(bytes: Uint8Array): Buffer {
  const { byteLength } = bytes
  const head = byteLength <= mostInTwo ? 2 : byteLength <= mostInFour ? 4 : 10
  const message = Buffer.allocUnsafe(head + byteLength)
  message[0] = wholeBinary
  if (head === 2) message[1] = byteLength
  if (head === 4) message.writeUInt16BE(byteLength, message.writeUInt8(mostInTwo + 1, 1))
  if (head === 10) message.writeBigUInt64BE(BigInt(byteLength), message.writeUInt8(127, 1))
  message.set(bytes, head)
  return message
}
