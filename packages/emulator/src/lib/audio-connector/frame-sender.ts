import { WebSocket } from 'ws'

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
): FrameSender {
  const waiting: Buffer[] = []
  return {
    send: (frame) => {
      if (socket.readyState !== WebSocket.OPEN) return
      waiting.push(bytesOf(frame))
      if (waiting.length > mostWaiting) waiting.shift()
      while (socket.bufferedAmount < mostInSocket) {
        const next = waiting.shift()
        if (next === undefined) return
        socket.send(next)
      }
    },
  }
}

/** 16 bits, the lower byte first, whatever the order of this machine. */
function bytesOf(frame: Int16Array): Buffer {
  const bytes = Buffer.alloc(frame.length * 2)
  for (const [index, sample] of frame.entries()) bytes.writeInt16LE(sample, index * 2)
  return bytes
}
