import { once } from 'node:events'
import { WebSocket } from 'ws'
import { accepted, refused } from '../verdict.ts'
import type { Verdict } from '../verdict.ts'

/** The line from a session to somebody's audio server. */
export interface AudioSocket {
  close(): void
  /** Calls back once, when the server or the network has ended it. */
  onEnd(listener: () => void): void
}

export interface AudioSocketOptions {
  /** `ws:` or `wss:`. */
  readonly uri: string
  /** What the server is told with the first message. */
  readonly headers: Readonly<Record<string, string>>
  /** Samples a second. */
  readonly audioRate: number
}

// The platform's own limit (Audio Connector guide).
const connectMs = 6000

/** Opens the line and says what will come. The sound itself needs the media router. */
export async function openAudioSocket({
  uri,
  headers,
  audioRate,
}: AudioSocketOptions): Promise<Verdict<AudioSocket>> {
  const socket = openedSocket(uri)
  if (socket === undefined) return refused(unreachable)
  // A socket without a listener for its errors would end the process.
  socket.on('error', () => socket.terminate())
  try {
    await once(socket, 'open', { signal: AbortSignal.timeout(connectMs) })
  } catch {
    socket.terminate()
    return refused(unreachable)
  }
  const format = `audio/l16;rate=${audioRate}`
  const greeting = { ...headers, event: 'websocket:connected', 'content-type': format }
  socket.send(JSON.stringify(greeting))
  return accepted({
    close: () => socket.close(1000),
    onEnd: (listener) => void socket.once('close', listener),
  })
}

const unreachable = 'Invalid request: websocket.uri: no WebSocket server answered there in time'

function openedSocket(uri: string): WebSocket | undefined {
  try {
    return new WebSocket(uri, { handshakeTimeout: connectMs })
  } catch {
    return undefined
  }
}
