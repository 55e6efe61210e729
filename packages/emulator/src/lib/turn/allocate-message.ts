const headerLength = 20
const magicCookie = 0x2112a442
const allocateRequest = 0x0003
const allocateRefusal = 0x0113
const realmAttribute = 0x0014
const requestedTransport = 0x0019
const udp = 17

/**
 * A request for a relay (RFC 8656, section 7) that names nobody, so that a TURN server answers by saying who it is.
 * The transaction id has 12 bytes.
 */
export function anonymousAllocate(transaction: Uint8Array): Buffer {
  const request = Buffer.alloc(headerLength + 8)
  request.writeUInt16BE(allocateRequest, 0)
  request.writeUInt16BE(8, 2)
  request.writeUInt32BE(magicCookie, 4)
  request.set(transaction, 8)
  request.writeUInt16BE(requestedTransport, headerLength)
  request.writeUInt16BE(4, headerLength + 2)
  request.writeUInt8(udp, headerLength + 4)
  return request
}

/** The realm in the refusal of such a request; nothing for other messages. */
export function refusingRealm(message: Buffer, transaction: Uint8Array): string | undefined {
  if (message.byteLength < headerLength) return undefined
  if (message.readUInt16BE(0) !== allocateRefusal) return undefined
  if (!message.subarray(8, headerLength).equals(transaction)) return undefined
  let at = headerLength
  while (at + 4 <= message.byteLength) {
    const length = message.readUInt16BE(at + 2)
    const value = message.subarray(at + 4, at + 4 + length)
    if (message.readUInt16BE(at) === realmAttribute) return value.toString('utf8')
    at += 4 + Math.ceil(length / 4) * 4
  }
  return undefined
}
