/** A frame of the signalling socket; its format is written here a second time, so that the emulator's codec is not its own referee. */
export type RumorFrame = {
  type: number
  to: string[]
  headers: [name: string, value: string][]
  data: Buffer
}

export const rumorTypes = {
  subscribe: 0,
  unsubscribe: 1,
  message: 2,
  connect: 3,
  disconnect: 4,
  ping: 7,
  pong: 8,
  status: 9,
} as const

export const emptyFrame: Omit<RumorFrame, 'type'> = { to: [], headers: [], data: Buffer.alloc(0) }

export function writeFrame({ type, to, headers, data }: RumorFrame): Buffer {
  const pairs = headers.flat()
  let size = 9 + data.length
  for (const text of to) size += 2 + Buffer.byteLength(text)
  for (const text of pairs) size += 2 + Buffer.byteLength(text)
  const bytes = Buffer.allocUnsafe(size)
  let at = bytes.writeUInt32BE(size - 4)
  at = bytes.writeUInt16BE(0, at)
  at = bytes.writeUInt8(type, at)
  at = bytes.writeUInt8(to.length, at)
  for (const text of to) at = writeText(bytes, text, at)
  at = bytes.writeUInt8(headers.length, at)
  for (const text of pairs) at = writeText(bytes, text, at)
  bytes.set(data, at)
  return bytes
}

function writeText(bytes: Buffer, text: string, at: number): number {
  const length = bytes.write(text, at + 2)
  bytes.writeUInt16BE(length, at)
  return at + 2 + length
}

/** Reads a frame that the platform sent, which is taken to be well formed. */
export function readFrame(bytes: Buffer): RumorFrame {
  let at = 8
  const readText = (): string => {
    const start = at + 2
    at = start + bytes.readUInt16BE(at)
    return bytes.toString('utf8', start, at)
  }
  const to: string[] = []
  for (let left = bytes.readUInt8(7); left > 0; left -= 1) to.push(readText())
  const headers: RumorFrame['headers'] = []
  for (let left = bytes.readUInt8(at++); left > 0; left -= 1) headers.push([readText(), readText()])
  return { type: bytes.readUInt8(6), to, headers, data: bytes.subarray(at) }
}

export function headerIn(frame: RumorFrame, name: string): string {
  return frame.headers.find(([candidate]) => candidate === name)?.[1] ?? ''
}
