import { WebSocket } from 'ws'
import { writeSound } from './transport.ts'
import type { AudioTransport } from './transport.ts'

/** Sends sound to a server, as fast as it takes it. */
export interface FrameSender {
  /** When the server is behind the frame waits; when too many wait, the oldest are left out. */
  send(frame: Int16Array): void
}

// Five seconds.
const mostWaiting = 250
const mostInSocket = 16 * 1024

export function createFrameSender(
  socket: Pick<WebSocket, 'bufferedAmount' | 'readyState' | 'send'>,
  transport: AudioTransport,
): FrameSender {
  const waiting: (Buffer | string)[] = []
  return {
    send: (frame) => {
      if (socket.readyState !== WebSocket.OPEN) return
      waiting.push(writeSound(transport, frame))
      if (waiting.length > mostWaiting) waiting.shift()
      while (socket.bufferedAmount < mostInSocket) {
        const next = waiting.shift()
        if (next === undefined) return
        socket.send(next)
      }
    },
  }
}
