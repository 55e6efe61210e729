import { createReorder } from '../../recording/reorder.ts'
import type { Ordered } from '../../recording/reorder.ts'
import type { RtpPacket } from '../../rtp/packet.ts'
import type { OpusDecoder } from '../opus/opus.ts'
import { createSampleQueue } from './sample-queue.ts'

/** The sound of one stream, as it is heard. */
export interface Voice {
  hear(packet: RtpPacket): void
  /** The next 20 ms; `undefined` when there is nothing to hear. */
  next(): Int16Array | undefined
  close(): void
}

// Packets come in bursts of this length, and the clocks of two machines are never quite the same.
const framesAhead = { wanted: 2, most: 10 }
const holdMs = 40

/** `frameSize`: how many samples 20 ms have. */
export function createVoice(decoder: OpusDecoder, frameSize: number): Voice {
  const order = createReorder({ holdMs })
  const queue = createSampleQueue()
  let state: 'gathering' | 'playing' = 'gathering'

  const decode = (ordered: readonly Ordered[]) => {
    for (const item of ordered) {
      if (item.type !== 'packet') continue
      try {
        queue.push(decoder.decode(item.packet.payload))
      } catch {
        // What a client sends may be anything; this much of it is not heard.
      }
    }
    if (queue.length <= framesAhead.most * frameSize) return
    queue.skip(queue.length - framesAhead.wanted * frameSize)
  }

  return {
    hear: (packet) => decode(order.push({ packet, arrivedAt: performance.now() })),
    next: () => {
      decode(order.advance(performance.now()))
      if (state === 'gathering' && queue.length < framesAhead.wanted * frameSize) return undefined
      if (queue.length < frameSize) {
        state = 'gathering'
        return undefined
      }
      state = 'playing'
      return queue.take(frameSize)
    },
    close: () => decoder.close(),
  }
}
