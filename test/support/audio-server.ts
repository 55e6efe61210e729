import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'

/** A server that an Audio Connector calls. */
export type AudioServer = {
  uri: string
  /** The next call, once it has been greeted. */
  nextCall(): Promise<AudioCall>
  close(): Promise<void>
}

export type AudioCall = {
  socket: WebSocket
  /** What is said with every text. */
  texts: Record<string, unknown>[]
  /** Resolves with that many more messages of sound. */
  hear(frames: number): Promise<Buffer[]>
  /** Resolves once a text with that event has come. */
  told(event: string): Promise<Record<string, unknown>>
}

export async function startAudioServer(): Promise<AudioServer> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    uri: `ws://127.0.0.1:${port}/`,
    nextCall: async () => {
      const [socket] = (await once(server, 'connection')) as [WebSocket]
      const call = answer(socket)
      await call.told('websocket:connected')
      return call
    },
    close: async () => {
      for (const socket of server.clients) socket.terminate()
      server.close()
      await once(server, 'close')
    },
  }
}

function answer(socket: WebSocket): AudioCall {
  const texts: Record<string, unknown>[] = []
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (!isBinary) texts.push(JSON.parse(data.toString('utf8')))
  })
  return {
    socket,
    texts,
    hear: (wanted) =>
      new Promise((resolve) => {
        const frames: Buffer[] = []
        const hear = (data: Buffer, isBinary: boolean): void => {
          if (!isBinary || frames.push(data) < wanted) return
          socket.off('message', hear)
          resolve(frames)
        }
        socket.on('message', hear)
      }),
    told: async (event) => {
      for (;;) {
        const told = texts.find((text) => text['event'] === event)
        if (told) {
          texts.splice(texts.indexOf(told), 1)
          return told
        }
        await once(socket, 'message')
      }
    },
  }
}

/** How loud a frequency is in 16-bit sound, from 0 to 1 (Goertzel). */
export function loudnessOf(hertz: number, sound: Buffer, rate: number): number {
  const samples = new Int16Array(Uint8Array.from(sound).buffer)
  const step = 2 * Math.cos((2 * Math.PI * hertz) / rate)
  let [last, beforeLast] = [0, 0]
  for (const sample of samples) {
    const next = sample / 0x8000 + step * last - beforeLast
    beforeLast = last
    last = next
  }
  const power = last ** 2 + beforeLast ** 2 - step * last * beforeLast
  return (2 * Math.sqrt(Math.max(0, power))) / samples.length
}

/** A tone in messages of 20 ms, as loud as half of what is possible. */
export function toneOf(hertz: number, rate: number, frames: number): Buffer[] {
  const size = rate / 50
  return Array.from({ length: frames }, (_, frame) => {
    const bytes = Buffer.alloc(size * 2)
    for (let index = 0; index < size; index += 1) {
      const angle = (2 * Math.PI * hertz * (frame * size + index)) / rate
      bytes.writeInt16LE(Math.round(0x4000 * Math.sin(angle)), index * 2)
    }
    return bytes
  })
}
