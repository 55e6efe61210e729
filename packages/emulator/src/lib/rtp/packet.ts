/** One RTP packet (RFC 3550, section 5.1); the bytes of its parts are views into the packet. */
export interface RtpPacket {
  /** The whole packet as it came. */
  readonly bytes: Buffer
  readonly payloadType: number
  readonly marker: boolean
  /** 16 bits. */
  readonly sequence: number
  /** 32 bits, in units of the codec's clock. */
  readonly timestamp: number
  readonly ssrc: number
  /** Where the payload begins in `bytes`. */
  readonly payloadOffset: number
  /** Without padding; empty in a packet that only probes. */
  readonly payload: Buffer
  /** Header extensions by their id (RFC 8285); undefined when there are none. */
  readonly extensions: ReadonlyMap<number, Buffer> | undefined
}

const fixedHeader = 12
const oneByteProfile = 0xbede

/** Reads a packet; `undefined` for bytes that are not one. */
export function readRtp(bytes: Buffer): RtpPacket | undefined {
  const first = bytes[0]
  const second = bytes[1]
  if (first === undefined || second === undefined) return undefined
  if (bytes.length < fixedHeader || first >> 6 !== 2) return undefined
  const extensionOffset = fixedHeader + (first & 0x0f) * 4
  const hasExtension = (first & 0x10) !== 0
  if (bytes.length < extensionOffset + (hasExtension ? 4 : 0)) return undefined
  const extensionLength = hasExtension ? 4 + bytes.readUInt16BE(extensionOffset + 2) * 4 : 0
  const payloadOffset = extensionOffset + extensionLength
  const padding = (first & 0x20) !== 0 ? (bytes[bytes.length - 1] ?? 0) : 0
  const end = bytes.length - padding
  if (end < payloadOffset) return undefined
  return {
    bytes,
    payloadType: second & 0x7f,
    marker: (second & 0x80) !== 0,
    sequence: bytes.readUInt16BE(2),
    timestamp: bytes.readUInt32BE(4),
    ssrc: bytes.readUInt32BE(8),
    payloadOffset,
    payload: bytes.subarray(payloadOffset, end),
    extensions: hasExtension
      ? readExtensions(bytes.subarray(extensionOffset, payloadOffset))
      : undefined,
  }
}

function readExtensions(block: Buffer): ReadonlyMap<number, Buffer> {
  const extensions = new Map<number, Buffer>()
  const profile = block.readUInt16BE(0)
  const isOneByte = profile === oneByteProfile
  if (!isOneByte && profile >> 4 !== 0x100) return extensions
  for (let at = 4; at < block.length;) {
    const head = block[at] ?? 0
    if (head === 0) {
      at += 1
      continue
    }
    const id = isOneByte ? head >> 4 : head
    if (isOneByte && id === 15) break
    const length = isOneByte ? (head & 0x0f) + 1 : (block[at + 1] ?? 0)
    const start = at + (isOneByte ? 1 : 2)
    extensions.set(id, block.subarray(start, start + length))
    at = start + length
  }
  return extensions
}
