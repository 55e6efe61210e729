import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { emptyFrame, headerIn, readFrame, rumorTypes, writeFrame } from '../test/support/rumor.ts'

/** A client that costs the load's processor as little as it can: a bare TCP socket with just enough WebSocket on it. */
export type LeanClient = {
  id: string
  request(method: string, path: string, content?: object): Promise<number>
  /** Sends what a server passes on as it is: a push, with a transaction id of its own. */
  push(path: string, content: object): void
  close(): Promise<void>
}

export type LeanClientOptions = {
  /** Where the socket is. */
  url: string
  /** The address of the session. */
  base: string
  token: string
  /** Hears the data of every signal. */
  onSignal(data: string): void
}

// RFC 6455, section 5.2: a whole message of binary data.
const wholeBinary = 0x82
const pushMethod = Buffer.from('"method":"signal"')
const dataStart = Buffer.from('"data":"')

/** Opens a socket; joining is a request like any other. Each push is acknowledged at once, as OpenTok.js does it, which
 * pings only when it has sent nothing for two seconds. */
export async function openLeanClient(options: LeanClientOptions): Promise<LeanClient> {
  const { base, token, onSignal } = options
  const url = new URL(options.url)
  const id = randomUUID()
  const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true })
  await upgrade(socket, url)

  const answers = new Map<string, (status: number) => void>()
  let requests = 0
  const send = (frame: Buffer): void => void socket.write(masked(frame))
  const acknowledge = acknowledgements(id)

  const receive = (bytes: Buffer): void => {
    const type = bytes.readUInt8(6)
    if (type !== rumorTypes.message && type !== rumorTypes.status) return
    const frame = readFrame(bytes)
    const transaction = headerIn(frame, 'TRANSACTION-ID')
    if (type === rumorTypes.status) {
      answers.get(transaction)?.(Number(headerIn(frame, 'STATUS')))
      answers.delete(transaction)
      return
    }
    socket.write(acknowledge(transaction))
    if (!frame.data.includes(pushMethod)) return
    const start = frame.data.indexOf(dataStart) + dataStart.length
    onSignal(frame.data.toString('latin1', start, frame.data.indexOf(0x22, start)))
  }
  socket.on('data', messages(receive)).resume()
  const closed = once(socket, 'close')

  return {
    id,
    request: (method, path, content = {}) => {
      const transaction = `${id}-${requests++}`
      const answered = new Promise<number>((resolve) => answers.set(transaction, resolve))
      const data = Buffer.from(JSON.stringify({ method, uri: base + path, content }))
      const headers: [string, string][] = [
        ['Content-Type', 'application/x-raptor+v2'],
        ['TRANSACTION-ID', transaction],
        ['X-TB-FROM-ADDRESS', id],
      ]
      if (method === 'create') headers.push(['X-TB-TOKEN-AUTH', token])
      send(writeFrame({ type: rumorTypes.message, to: ['symphony.bench'], headers, data }))
      return answered
    },
    push: (path, content) => {
      const data = Buffer.from(JSON.stringify({ method: 'signal', uri: base + path, content }))
      const headers: [string, string][] = [
        ['TRANSACTION-ID', randomUUID()],
        ['Content-Type', 'application/x-raptor+v2'],
        ['X-TB-FROM-ADDRESS', id],
      ]
      send(writeFrame({ type: rumorTypes.message, to: [], headers, data }))
    },
    close: async () => {
      socket.destroy()
      await closed
    },
  }
}

async function upgrade(socket: Socket, { host, pathname }: URL): Promise<void> {
  await once(socket, 'connect')
  const query = `socketId=${randomUUID()}&attempt=${randomUUID()}`
  socket.write(
    [
      `GET ${pathname}?${query} HTTP/1.1`,
      `Host: ${host}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      '\r\n',
    ].join('\r\n'),
  )
  const [answer] = (await once(socket, 'data')) as [Buffer]
  const end = answer.indexOf('\r\n\r\n') + 4
  if (!answer.toString('latin1').startsWith('HTTP/1.1 101')) throw new Error('No WebSocket there')
  socket.pause()
  if (end < answer.length) socket.unshift(answer.subarray(end))
}

/** A client's message. A mask of zeros is a mask, and leaves the bytes as they are. */
function masked(frame: Buffer): Buffer {
  const long = frame.length > 125
  const head = Buffer.alloc(long ? 8 : 6)
  head[0] = wholeBinary
  head[1] = 0x80 | (long ? 126 : frame.length)
  if (long) head.writeUInt16BE(frame.length, 2)
  return Buffer.concat([head, frame])
}

/** Makes acknowledgements of that client: the same bytes but for the transaction. */
function acknowledgements(id: string): (transaction: string) => Buffer {
  const blank = '-'.repeat(36)
  const headers: [string, string][] = [
    ['TRANSACTION-ID', blank],
    ['X-TB-FROM-ADDRESS', id],
  ]
  const stencil = masked(writeFrame({ ...emptyFrame, type: rumorTypes.status, headers }))
  const at = stencil.indexOf(blank)
  return (transaction) => {
    if (transaction.length !== blank.length) throw new Error('A transaction id of another length')
    const bytes = Buffer.from(stencil)
    bytes.write(transaction, at, 'latin1')
    return bytes
  }
}

/** Cuts what arrives into whole messages of the server, which are not masked. */
function messages(hear: (message: Buffer) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  return (chunk) => {
    let bytes: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (;;) {
      const short = bytes.length < 2 ? undefined : bytes.readUInt8(1)
      const head = short === 126 ? 4 : 2
      if (short === undefined || bytes.length < head) break
      const length = short === 126 ? bytes.readUInt16BE(2) : short
      if (short === 127) throw new Error('A longer message than any of this benchmark')
      if (bytes.length < head + length) break
      if (bytes[0] === wholeBinary) hear(bytes.subarray(head, head + length))
      bytes = bytes.subarray(head + length)
    }
    rest = bytes
  }
}
