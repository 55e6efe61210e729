const silkMs = [10, 20, 40, 60]
const hybridMs = [10, 20]
const celtMs = [2.5, 5, 10, 20]

/** How long an Opus packet sounds, in milliseconds (RFC 6716, section 3.1); 0 for an empty one. */
export function opusDuration(packet: Buffer): number {
  const head = packet[0]
  if (head === undefined) return 0
  const code = head & 3
  const frames = code === 0 ? 1 : code === 3 ? (packet[1] ?? 0) & 0x3f : 2
  return frames * frameMs(head >> 3)
}

function frameMs(configuration: number): number {
  if (configuration < 12) return silkMs[configuration & 3] ?? 0
  if (configuration < 16) return hybridMs[configuration & 1] ?? 0
  return celtMs[configuration & 3] ?? 0
}
