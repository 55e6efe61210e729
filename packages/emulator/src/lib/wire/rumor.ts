import { byteReader } from './byte-reader.ts'
import { byteWriter } from './byte-writer.ts'

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
  const to = Array.from({ length: reader.u8() }, () => reader.string(reader.u16()))
  const headers = Array.from(
    { length: reader.u8() },
    () => [reader.string(reader.u16()), reader.string(reader.u16())] as const,
  )
  return { type, to, headers, data: reader.rest() }
}

/**
 * Writes one frame, as PROTOCOL.md writes it.
 *
 * @throws {RangeError} when a count or a string is larger than its length field can say
 */
export function encodeFrame(frame: Frame): Uint8Array {
  const body = byteWriter()
  body.u16(0)
  body.u8(numbers[frame.type])
  body.u8(frame.to.length)
  for (const address of frame.to) body.string(address)
  body.u8(frame.headers.length)
  for (const [name, value] of frame.headers) {
    body.string(name)
    body.string(value)
  }
  body.raw(frame.data)

  const bytes = body.bytes()
  const whole = byteWriter()
  whole.u32(bytes.byteLength)
  whole.raw(bytes)
  return whole.bytes()
}

/** The value of the first header of that name. */
export function headerOf(frame: Frame, name: string): string | undefined {
  return frame.headers.find(([candidate]) => candidate === name)?.[1]
}
