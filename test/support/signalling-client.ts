import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { emptyFrame, headerIn, readFrame, rumorTypes, writeFrame } from './rumor.ts'

export type Push = { method: string; uri: string; content: Record<string, unknown> }

export type Answer = { status: number; body: string }

/** A client without media: it joins, signals, acknowledges each push and pings, and checks nothing. */
export type SignallingClient = {
  id: string
  request(method: string, path: string, content?: object): Promise<Answer>
  sendBytes(bytes: Uint8Array | string): void
  /** Resolves once the socket is closed, by whichever side. */
  closed: Promise<unknown>
  close(): Promise<void>
}

export type SignallingOptions = {
  /** The emulator's address. */
  url: string
  apiKey: string
  sessionId: string
  token: string
  onPush(push: Push): void
}

const pingMs = 2000

/** Opens a socket; joining is a request like any other. */
export async function openSignallingClient(options: SignallingOptions): Promise<SignallingClient> {
  const { url, apiKey, sessionId, token, onPush } = options
  const id = randomUUID()
  const base = `/v2/partner/${apiKey}/session/${sessionId}`
  const query = `socketId=${randomUUID()}&attempt=${randomUUID()}`
  const socket = new WebSocket(`${url.replace('http', 'ws')}/rumorwebsocketsv2?${query}`, {
    perMessageDeflate: false,
  })
  const answers = new Map<string, (answer: Answer) => void>()
  let requests = 0

  const ping = writeFrame({ ...emptyFrame, type: rumorTypes.ping })
  const pinging = setInterval(() => {
    if (socket.readyState === WebSocket.OPEN) socket.send(ping)
  }, pingMs)

  socket.on('message', (bytes: Buffer) => {
    const frame = readFrame(bytes)
    const transaction = headerIn(frame, 'TRANSACTION-ID')
    if (frame.type === rumorTypes.status) {
      const answer = { status: Number(headerIn(frame, 'STATUS')), body: String(frame.data) }
      answers.get(transaction)?.(answer)
      answers.delete(transaction)
    }
    if (frame.type !== rumorTypes.message) return
    const from = headerIn(frame, 'X-TB-FROM-ADDRESS')
    socket.send(
      writeFrame({
        type: rumorTypes.status,
        to: [from],
        headers: [
          ['TRANSACTION-ID', transaction],
          ['X-TB-FROM-ADDRESS', id],
        ],
        data: emptyFrame.data,
      }),
    )
    onPush(JSON.parse(String(frame.data)) as Push)
  })
  const closed = once(socket, 'close').finally(() => clearInterval(pinging))
  await once(socket, 'open')

  return {
    id,
    request: (method, path, content = {}) => {
      const transaction = `${id}-${requests++}`
      const answered = new Promise<Answer>((resolve) => answers.set(transaction, resolve))
      const data = Buffer.from(JSON.stringify({ method, uri: base + path, content }))
      const headers: [string, string][] = [
        ['Content-Type', 'application/x-raptor+v2'],
        ['TRANSACTION-ID', transaction],
        ['X-TB-FROM-ADDRESS', id],
      ]
      if (method === 'create') headers.push(['X-TB-TOKEN-AUTH', token])
      const to = ['symphony.opentok-emulator']
      socket.send(writeFrame({ type: rumorTypes.message, to, headers, data }))
      return answered
    },
    sendBytes: (bytes) => socket.send(bytes),
    closed,
    close: async () => {
      socket.terminate()
      await closed
    },
  }
}
