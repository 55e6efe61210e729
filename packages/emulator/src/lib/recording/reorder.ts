import type { RtpPacket } from '../rtp/packet.ts'
import { distance16 } from '../rtp/sequence.ts'

export interface Arrived {
  readonly packet: RtpPacket
  /** Milliseconds since the epoch. */
  readonly arrivedAt: number
}

/** What comes out: packets in the order of sending, and where some are missing or everything begins anew. */
export type Ordered =
  | ({ readonly type: 'packet' } & Arrived)
  | { readonly type: 'lost' }
  | { readonly type: 'restarted' }

/** Brings the packets of one source into order; each method answers what is due. */
export interface Reorder {
  push(arrived: Arrived): readonly Ordered[]
  /** Gives up on holes that were waited for long enough. */
  advance(now: number): readonly Ordered[]
  /** Gives out everything. */
  flush(): readonly Ordered[]
}

// A sequence number further away than this is of a source that began anew (RFC 3550, appendix A.1, has 3000).
const farthest = 1000

/** `holdMs`: how long a missing packet is waited for after one behind it has come. */
export function createReorder({ holdMs }: { readonly holdMs: number }): Reorder {
  let next: number | undefined
  let ssrc: number | undefined
  let stray: Arrived | undefined
  const waiting = new Map<number, Arrived>()

  function push(arrived: Arrived): readonly Ordered[] {
    const { packet } = arrived
    next ??= packet.sequence
    ssrc ??= packet.ssrc
    const ahead = distance16(packet.sequence, next & 0xffff)
    if (packet.ssrc !== ssrc || Math.abs(ahead) > farthest) return meetStray(arrived)
    stray = undefined
    const sequence = next + ahead
    if (ahead >= 0 && !waiting.has(sequence)) waiting.set(sequence, arrived)
    return advance(arrived.arrivedAt)
  }

  /** One packet from elsewhere may be an accident; two in a row are a source that began anew. */
  function meetStray(arrived: Arrived): readonly Ordered[] {
    const { packet } = arrived
    const previous = stray
    stray = arrived
    if (previous?.packet.ssrc !== packet.ssrc) return []
    if (distance16(packet.sequence, previous.packet.sequence) !== 1) return []
    const rest = flush()
    next = previous.packet.sequence
    ssrc = packet.ssrc
    return [...rest, { type: 'restarted' }, ...push(previous), ...push(arrived)]
  }

  function advance(now: number): readonly Ordered[] {
    const due = consecutive()
    while (waitedFor(now) >= holdMs) due.push(...skipHole())
    return due
  }

  /** The map keeps the order of arrival: its first has been waiting longest. */
  function waitedFor(now: number): number {
    const [longest] = waiting.values()
    return longest === undefined ? -Infinity : now - longest.arrivedAt
  }

  function skipHole(): readonly Ordered[] {
    next = Math.min(...waiting.keys())
    return [{ type: 'lost' }, ...consecutive()]
  }

  function consecutive(): Ordered[] {
    const run: Ordered[] = []
    if (next === undefined) return run
    for (let arrived = waiting.get(next); arrived !== undefined; arrived = waiting.get(next)) {
      waiting.delete(next)
      next += 1
      run.push({ type: 'packet', ...arrived })
    }
    return run
  }

  function flush(): readonly Ordered[] {
    const rest = consecutive()
    while (waiting.size > 0) rest.push(...skipHole())
    return rest
  }

  return { push, advance, flush }
}
