import type { RtpPacket } from '../rtp/packet.ts'
import type { ReadVideoFrame, VideoFrame } from '../rtp/video-frame.ts'

export interface Assembled {
  readonly timestamp: number
  readonly frame: VideoFrame
}

/** Makes pictures of ordered packets; gives out only such as can be decoded after those before them. */
export interface FrameAssembler {
  push(packet: RtpPacket): readonly Assembled[]
  /** Packets are missing here: nothing can be decoded until the next keyframe. */
  lost(): void
  isWaitingForKeyframe(): boolean
}

export function createFrameAssembler(read: ReadVideoFrame): FrameAssembler {
  let parts: RtpPacket[] = []
  let isWaiting = true

  function finish(): readonly Assembled[] {
    const [first] = parts
    if (first === undefined) return []
    const frame = read(parts.map(({ payload }) => payload))
    parts = []
    isWaiting = frame === undefined || (isWaiting && !frame.isKeyframe)
    return frame === undefined || isWaiting ? [] : [{ timestamp: first.timestamp, frame }]
  }

  return {
    push: (packet) => {
      // Empty ones only probe the network.
      if (packet.payload.length === 0) return []
      const isNext = parts[0] !== undefined && parts[0].timestamp !== packet.timestamp
      const finished = isNext ? finish() : []
      parts.push(packet)
      return packet.marker ? [...finished, ...finish()] : finished
    },
    lost: () => {
      parts = []
      isWaiting = true
    },
    isWaitingForKeyframe: () => isWaiting,
  }
}
