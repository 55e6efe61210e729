const status = 9
const name = Buffer.from('TRANSACTION-ID')

/**
 * The transaction that a `status` frame acknowledges; `undefined` for other frames and for bytes that are none. Half of all
 * that clients send are acknowledgements, so these alone are not decoded as a whole.
 */
export function readAcknowledgement(bytes: Buffer): string | undefined {
  const size = bytes.byteLength
  if (size < 9 || bytes[6] !== status || bytes.readUInt32BE(0) !== size - 4) return undefined
  let at = 8
  for (let left = bytes[7] ?? 0; left > 0; left -= 1) {
    if (at + 2 > size) return undefined
    at += 2 + bytes.readUInt16BE(at)
  }
  if (at >= size) return undefined
  let headers = bytes[at] ?? 0
  at += 1
  for (; headers > 0; headers -= 1) {
    if (at + 2 > size) return undefined
    const key = at + 2
    const valueAt = key + bytes.readUInt16BE(at)
    if (valueAt + 2 > size) return undefined
    const value = valueAt + 2
    at = value + bytes.readUInt16BE(valueAt)
    if (at > size) return undefined
    const isWanted =
      valueAt - key === name.byteLength &&
      bytes.compare(name, 0, name.byteLength, key, valueAt) === 0
    if (isWanted) return bytes.toString('latin1', value, at)
  }
  return undefined
}
