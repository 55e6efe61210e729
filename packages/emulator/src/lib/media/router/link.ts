import type { Impairment } from '../impairment.ts'

/** One direction of somebody's connection to the network. */
export interface Link {
  /** Lets a packet pass, later or never; packets do not overtake each other. */
  carry(packet: Buffer, deliver: (packet: Buffer) => void): void
  impair(impairment: Impairment): void
  close(): void
}

// What a slow router on the way would hold.
const longestQueueMs = 400

export function createLink(): Link {
  let impairment: Impairment = {}
  let isPlain = true
  let freeAt = 0
  let lastArrival = 0
  const queue: { readonly at: number; readonly deliver: () => void }[] = []
  let timer: NodeJS.Timeout | undefined

  const drain = () => {
    timer = undefined
    const now = performance.now()
    while (queue[0] !== undefined && queue[0].at <= now) queue.shift()?.deliver()
    const next = queue[0]
    if (next !== undefined) timer = setTimeout(drain, Math.max(1, next.at - now))
  }

  return {
    carry: (packet, deliver) => {
      if (isPlain && queue.length === 0) return deliver(packet)
      const { kilobitsPerSecond, loss = 0, delayMs = 0, jitterMs = 0 } = impairment
      if (Math.random() < loss) return
      const now = performance.now()
      if (kilobitsPerSecond !== undefined) {
        if (kilobitsPerSecond <= 0 || freeAt - now > longestQueueMs) return
        freeAt = Math.max(freeAt, now) + (packet.length * 8) / kilobitsPerSecond
      }
      const sentAt = kilobitsPerSecond === undefined ? now : freeAt
      lastArrival = Math.max(lastArrival, sentAt + delayMs + Math.random() * jitterMs)
      // The sender uses its buffer again.
      const copy = Buffer.from(packet)
      queue.push({ at: lastArrival, deliver: () => deliver(copy) })
      timer ??= setTimeout(drain, Math.max(1, lastArrival - now))
    },
    impair: (next) => {
      impairment = next
      isPlain = impairsNothing(next)
      freeAt = 0
    },
    close: () => {
      clearTimeout(timer)
      queue.length = 0
    },
  }
}

function impairsNothing({ kilobitsPerSecond, loss = 0, delayMs = 0, jitterMs = 0 }: Impairment) {
  return kilobitsPerSecond === undefined && loss + delayMs + jitterMs === 0
}
