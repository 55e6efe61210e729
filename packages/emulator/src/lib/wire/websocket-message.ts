// RFC 6455, section 5.2: a whole message of binary data; servers do not mask.
const wholeBinary = 0x82
const mostInTwo = 125
const mostInFour = 0xffff

/** How many bytes of a WebSocket message come before its data. */
export function headSize(dataSize: number): number {
  return dataSize <= mostInTwo ? 2 : dataSize <= mostInFour ? 4 : 10
}

/** A WebSocket message of a server, ready for the connection below. */
export function toWebSocketMessage(data: Uint8Array): Buffer {
  const { byteLength } = data
  const head = headSize(byteLength)
  const message = Buffer.allocUnsafe(head + byteLength)
  message[0] = wholeBinary
  if (head === 2) message[1] = byteLength
  if (head === 4) message.writeUInt16BE(byteLength, message.writeUInt8(mostInTwo + 1, 1))
  if (head === 10) message.writeBigUInt64BE(BigInt(byteLength), message.writeUInt8(127, 1))
  message.set(data, head)
  return message
}
