import { once } from 'node:events'
import { WebSocket } from 'ws'
import { accepted, refused } from '../verdict.ts'
import type { Verdict } from '../verdict.ts'
import type { JsonObject } from '../wire/json.ts'
import { createFrameSender } from './frame-sender.ts'
import { readAudioMessage } from './read-message.ts'
import type { AudioMessage } from './read-message.ts'
import type { AudioTransport } from './transport.ts'

/** The line from a session to somebody's audio server. */
export interface AudioSocket {
  /** Samples a second, both ways. */
  readonly audioRate: AudioRate
  /** Sends 20 ms of sound. A server that does not keep up misses what has waited longest. */
  send(frame: Int16Array): void
  /** Says whether anybody it hears is not muted, if that is news. */
  tell(state: 'active' | 'muted'): void
  /** Answers what the server has asked. */
  answer(event: 'websocket:cleared' | 'websocket:notify', details?: JsonObject): void
  onMessage(listener: (message: AudioMessage) => void): void
  /** Calls back once, when the server or the network has ended it. */
  onEnd(listener: () => void): void
  /** Begins to hear the server; what it has said before has waited. */
  listen(): void
  close(): void
}

export type AudioRate = 8000 | 16_000 | 24_000

export interface AudioSocketOptions {
  /** `ws:` or `wss:`. */
  readonly uri: string
  /** What the server is told with every message that is not sound. */
  readonly headers: Readonly<Record<string, string>>
  readonly audioRate: AudioRate
  readonly transport: AudioTransport
}

// The platform's own limit (Audio Connector guide).
const connectMs = 6000
// A minute of sound at the highest rate, which base64 makes a third longer.
const largestMessage = (60 * 24_000 * 2 * 4) / 3

/** Opens the line and says what will come. */
export async function openAudioSocket({
  uri,
  headers,
  audioRate,
  transport,
}: AudioSocketOptions): Promise<Verdict<AudioSocket>> {
  const socket = openedSocket(uri)
  if (socket === undefined) return refused(unreachable)
  // A socket without a listener for its errors would end the process.
  socket.on('error', () => socket.terminate())
  socket.on('open', () => socket.pause())
  try {
    await once(socket, 'open', { signal: AbortSignal.timeout(connectMs) })
  } catch {
    socket.terminate()
    return refused(unreachable)
  }
  const say = (event: string, details: JsonObject = {}) => {
    const format = { 'content-type': `audio/l16;rate=${audioRate}` }
    socket.send(JSON.stringify({ ...headers, event, ...format, ...details }))
  }
  say('websocket:connected')
  const sender = createFrameSender(socket, transport)
  let told: 'active' | 'muted' = 'active'
  return accepted({
    audioRate,
    send: sender.send,
    tell: (state) => {
      if (state === told) return
      told = state
      say('websocket:media:update', { method: 'update', active: state === 'active' })
    },
    answer: (event, details = {}) => socket.send(JSON.stringify({ event, ...details })),
    onMessage: (listener) => {
      socket.on('message', (data: Buffer, isBinary: boolean) => {
        const message = readAudioMessage(data, { isBinary, transport })
        if (message !== undefined) listener(message)
      })
    },
    onEnd: (listener) => void socket.once('close', listener),
    listen: () => socket.resume(),
    close: () => {
      socket.resume()
      if (socket.readyState === WebSocket.OPEN) {
        say('websocket:disconnected', { method: 'delete' })
      }
      socket.close(1000)
    },
  })
}

const unreachable = 'Invalid request: websocket.uri: no WebSocket server answered there in time'

function openedSocket(uri: string): WebSocket | undefined {
  try {
    return new WebSocket(uri, { handshakeTimeout: connectMs, maxPayload: largestMessage })
  } catch {
    return undefined
  }
}
