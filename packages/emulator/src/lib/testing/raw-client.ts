import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { WebSocket } from 'ws'
import type { Json, JsonObject } from '../wire/json.ts'
import { encodeJson } from '../wire/raptor.ts'
import type { Raptor } from '../wire/raptor.ts'
import { decodeFrame, encodeFrame, headerOf } from '../wire/rumor.ts'
import type { Frame, FrameType } from '../wire/rumor.ts'

/** A client for tests that speaks the protocol frame by frame and checks nothing before it sends. */
export interface RawClient {
  readonly id: string
  readonly pushes: readonly ReceivedPush[]
  /** Sends a request below the address of the session and waits for its answer. */
  request(method: string, path: string, content?: JsonObject): Promise<RawAnswer>
  /** Waits for a push of that method to an address that ends so; an earlier one counts. */
  push(method: string, pathEnd: string): Promise<ReceivedPush>
  /** Sends a frame and waits for nothing. */
  send(type: FrameType, frame?: Partial<Frame>): void
  sendBytes(bytes: Uint8Array | string): void
  /** Waits for a frame of that type. */
  frame(type: FrameType): Promise<Frame>
  /** Opens another socket in place of this one, as after a fault. */
  resume(): Promise<void>
  /** The close code of the current socket, once it is closed. */
  closed(): Promise<number>
  terminate(): void
}

export interface ReceivedPush extends Raptor {
  readonly from: string | undefined
  readonly transaction: string | undefined
}

export interface RawAnswer {
  readonly status: number
  readonly body: JsonObject
}

export interface RawClientOptions {
  readonly url: string
  readonly key: string
  readonly sessionId: string
  readonly token: string
  readonly id?: string
  /** Whether pushes are acknowledged; `true` when absent. */
  readonly acknowledges?: boolean
  /** Whether the client says who it is, so that it can come back; `true` when absent. */
  readonly resumable?: boolean
}

/** Opens a socket; `join` is a request like any other. */
export async function openRawClient(options: RawClientOptions): Promise<RawClient> {
  const { url, key, sessionId, token, id = randomUUID() } = options
  const { acknowledges = true, resumable = true } = options
  const base = `/v2/partner/${key}/session/${sessionId}`
  const socketId = randomUUID()
  const events = new EventEmitter()
  const pushes: ReceivedPush[] = []
  let socket: WebSocket

  const send: RawClient['send'] = (type, frame = {}) =>
    socket.send(encodeFrame({ to: [], headers: [], data: new Uint8Array(), ...frame, type }))

  const receive = (bytes: Buffer) => {
    const frame = decodeFrame(bytes)
    events.emit(frame.type, frame)
    const transaction = headerOf(frame, 'TRANSACTION-ID')
    if (frame.type === 'status') events.emit(`answer ${transaction}`, frame)
    if (frame.type !== 'message') return
    if (acknowledges) send('status', { headers: [['TRANSACTION-ID', transaction ?? '']] })
    const message: Raptor = JSON.parse(new TextDecoder().decode(frame.data))
    pushes.push({ ...message, from: headerOf(frame, 'X-TB-FROM-ADDRESS'), transaction })
    events.emit('push')
  }

  const open = async (query: string) => {
    socket = new WebSocket(`${url.replace('http', 'ws')}/rumorwebsocketsv2${query}`)
    socket.on('message', receive)
    await once(socket, 'open')
  }
  await open(resumable ? `?socketId=${socketId}&attempt=${randomUUID()}` : '')

  return {
    id,
    pushes,
    send,
    request: async (method, path, content = {}) => {
      const transaction = randomUUID()
      const answered = once(events, `answer ${transaction}`)
      send('message', {
        to: ['symphony.opentok-emulator'],
        headers: [
          ['X-TB-TOKEN-AUTH', token],
          ['TRANSACTION-ID', transaction],
          ['X-TB-FROM-ADDRESS', id],
        ],
        data: encodeJson({ method, uri: base + path, content }),
      })
      const [frame] = (await answered) as [Frame]
      const text = new TextDecoder().decode(frame.data)
      const body: Json = text === '' ? {} : JSON.parse(text)
      return { status: Number(headerOf(frame, 'STATUS')), body: body as JsonObject }
    },
    push: async (method, pathEnd) => {
      const find = () => pushes.find((push) => push.method === method && push.uri.endsWith(pathEnd))
      let found = find()
      while (found === undefined) {
        await once(events, 'push')
        found = find()
      }
      return found
    },
    sendBytes: (bytes) => socket.send(bytes),
    frame: async (type) => {
      const [frame] = (await once(events, type)) as [Frame]
      return frame
    },
    resume: () => open(`?socketId=${socketId}&reconnect=true&attempt=${randomUUID()}`),
    closed: async () => {
      const [code] = (await once(socket, 'close')) as [number]
      return code
    },
    terminate: () => socket.terminate(),
  }
}
