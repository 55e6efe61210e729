import { readLeb128 } from './leb128.ts'

/**
 * The OBUs in the packets of a picture (RTP Payload Format for AV1, section 4), fragments joined;
 * `undefined` when a fragment has no beginning or no end, or a length does not fit.
 */
export function readAv1Elements(payloads: readonly Buffer[]): readonly Buffer[] | undefined {
  const elements: Buffer[][] = []
  let isOpen = false
  for (const payload of payloads) {
    const head = payload[0] ?? 0
    const continues = (head & 0x80) !== 0
    if (continues !== isOpen) return undefined
    const parts = split(payload)
    if (parts === undefined) return undefined
    for (const [index, part] of parts.entries()) {
      if (index === 0 && continues) elements.at(-1)?.push(part)
      else elements.push([part])
    }
    isOpen = (head & 0x40) !== 0
  }
  return isOpen ? undefined : elements.map((parts) => Buffer.concat(parts))
}

function split(payload: Buffer): readonly Buffer[] | undefined {
  const count = ((payload[0] ?? 0) >> 4) & 3
  const parts: Buffer[] = []
  for (let at = 1; at < payload.length;) {
    // When their number is known, the last one goes without its length.
    const isLast = parts.length + 1 === count
    const length = isLast ? { value: payload.length - at, end: at } : readLeb128(payload, at)
    if (length === undefined) return undefined
    const end = length.end + length.value
    if (end > payload.length) return undefined
    parts.push(payload.subarray(length.end, end))
    at = end
  }
  return parts
}
