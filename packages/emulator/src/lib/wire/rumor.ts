import { byteReader } from './byte-reader.ts'

const numbers = {
  subscribe: 0,
  unsubscribe: 1,
  message: 2,
  connect: 3,
  disconnect: 4,
  ping: 7,
  pong: 8,
  status: 9,
} as const

/** What a frame is for; the names follow the protocol's own. */
export type FrameType = keyof typeof numbers

const types = new Map<number, FrameType>(
  Object.entries(numbers).map(([type, number]) => [number, type as FrameType]),
)

/** One binary WebSocket message. Headers keep their order, so that decoding and encoding are inverse. */
export interface Frame {
  readonly type: FrameType
  readonly to: readonly string[]
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly data: Uint8Array
}

/**
 * Reads one whole frame, as PROTOCOL.md writes it.
 *
 * @throws {RangeError} when the bytes are not exactly one frame
 * @throws {TypeError} when a string in it is not UTF-8
 */
export function decodeFrame(bytes: Uint8Array): Frame {
  const reader = byteReader(bytes)
  const length = reader.u32()
  if (length !== bytes.byteLength - 4) {
    throw new RangeError(`the frame announces ${length} bytes and has ${bytes.byteLength - 4}`)
  }
  if (reader.u16() !== 0) throw new RangeError('the reserved bytes are not zero')
  const number = reader.u8()
  const type = types.get(number)
  if (type === undefined) throw new RangeError(`${number} is no frame type`)
  const to = repeat(reader.u8(), reader.text)
  const headers = repeat(reader.u8(), () => [reader.text(), reader.text()] as const)
  return { type, to, headers, data: reader.rest() }
}

/**
 * Writes one frame, as PROTOCOL.md writes it.
 *
 * @throws {RangeError} when a count or a text is larger than its length field can say
 */
export function encodeFrame({ type, to, headers, data }: Frame): Buffer {
  const bytes = Buffer.allocUnsafe(9 + sizeOf(to) + headers.reduce(addSize, 0) + data.byteLength)
  let at = bytes.writeUInt32BE(bytes.byteLength - 4)
  at = bytes.writeUInt16BE(0, at)
  at = bytes.writeUInt8(numbers[type], at)
  at = bytes.writeUInt8(to.length, at)
  for (const address of to) at = writeText(bytes, address, at)
  at = bytes.writeUInt8(headers.length, at)
  for (const header of headers) for (const text of header) at = writeText(bytes, text, at)
  bytes.set(data, at)
  return bytes
}

function repeat<T>(count: number, read: () => T): readonly T[] {
  const items: T[] = []
  while (items.length < count) items.push(read())
  return items
}

function sizeOf(texts: readonly string[]): number {
  return texts.reduce((size, text) => size + 2 + Buffer.byteLength(text), 0)
}

function addSize(size: number, texts: readonly string[]): number {
  return size + sizeOf(texts)
}

function writeText(bytes: Buffer, text: string, at: number): number {
  const start = at + 2
  const length = bytes.write(text, start)
  bytes.writeUInt16BE(length, at)
  return start + length
}

/** The value of the first header of that name. */
export function headerOf(frame: Frame, name: string): string | undefined {
  return frame.headers.find(([candidate]) => candidate === name)?.[1]
}
