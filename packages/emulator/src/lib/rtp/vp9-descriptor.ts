/** What precedes a part of a VP9 layer frame in a packet (RFC 9628, section 4.2), as far as a recorder reads it. */
export interface Vp9Descriptor {
  /** Where the frame's own bytes begin in the payload. */
  readonly length: number
  readonly startsLayer: boolean
  /** 0 is the layer that all others build on. */
  readonly spatialLayer: number
}

const flags = {
  pictureId: 0x80,
  predicted: 0x40,
  layers: 0x20,
  flexible: 0x10,
  startsLayer: 0x08,
  structure: 0x02,
}

/** Reads the descriptor; `undefined` when the payload is too short for the one it announces. */
export function readVp9Descriptor(payload: Buffer): Vp9Descriptor | undefined {
  const first = payload[0] ?? 0
  const isFlexible = (first & flags.flexible) !== 0
  let spatialLayer = 0
  let at = 1
  if ((first & flags.pictureId) !== 0) at += ((payload[at] ?? 0) & 0x80) !== 0 ? 2 : 1
  if ((first & flags.layers) !== 0) {
    spatialLayer = ((payload[at] ?? 0) >> 1) & 7
    at += isFlexible ? 1 : 2
  }
  if (isFlexible && (first & flags.predicted) !== 0) at = afterReferences(payload, at)
  if ((first & flags.structure) !== 0) at = afterStructure(payload, at)
  if (at >= payload.length) return undefined
  return { length: at, startsLayer: (first & flags.startsLayer) !== 0, spatialLayer }
}

/** At most three references, each of which says whether another follows. */
function afterReferences(payload: Buffer, start: number): number {
  let at = start
  for (let count = 0; count < 3; count += 1) {
    const hasMore = ((payload[at] ?? 0) & 1) !== 0
    at += 1
    if (!hasMore) break
  }
  return at
}

/** The scalability structure: sizes of the layers, and a group of pictures. */
function afterStructure(payload: Buffer, start: number): number {
  const head = payload[start] ?? 0
  const layers = (head >> 5) + 1
  const hasSizes = (head & 0x10) !== 0
  const hasGroup = (head & 0x08) !== 0
  let at = start + 1 + (hasSizes ? layers * 4 : 0)
  if (!hasGroup) return at
  const pictures = payload[at] ?? 0
  at += 1
  for (let index = 0; index < pictures; index += 1) {
    const references = ((payload[at] ?? 0) >> 2) & 3
    at += 1 + references
  }
  return at
}
