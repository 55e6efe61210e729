/** One EBML element: its id, its length, and what is in it (RFC 8794). */
export function element(id: number, ...content: readonly Buffer[]): Buffer {
  const length = content.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([idBytes(id), sizeBytes(length), ...content])
}

export function unsigned(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  const first = bytes.findIndex((byte) => byte !== 0)
  return element(id, bytes.subarray(first === -1 ? 7 : first))
}

/** An unsigned number that has eight bytes whatever it is. */
export function unsigned64(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return element(id, bytes)
}

export function signed64(id: number, value: bigint): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(value)
  return element(id, bytes)
}

export function float(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return element(id, bytes)
}

export function text(id: number, value: string): Buffer {
  return element(id, Buffer.from(value))
}

const voidId = 0xec

/** Nothing, in that many bytes; at least nine. */
export function padding(length: number): Buffer {
  return Buffer.concat([Buffer.of(voidId), size64(length - 9), Buffer.alloc(length - 9)])
}

/** The head of an element that holds so many bytes; `undefined` while nobody knows. */
export function openElement(id: number, length: number | undefined): Buffer {
  const unknown = Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])
  return Buffer.concat([idBytes(id), length === undefined ? unknown : size64(length)])
}

function idBytes(id: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(id)
  return bytes.subarray(bytes.findIndex((byte) => byte !== 0))
}

function sizeBytes(length: number): Buffer {
  let width = 1
  // All ones would say that the length is not known.
  while (length >= 2 ** (7 * width) - 1) width += 1
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(length) | (1n << BigInt(7 * width)))
  return bytes.subarray(8 - width)
}

function size64(length: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(length) | (1n << 56n))
  return bytes
}
