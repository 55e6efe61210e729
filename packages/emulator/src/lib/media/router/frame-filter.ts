import type { Incoming } from './incoming.ts'

/** Which frames of one layer go to a receiver. */
export interface FrameFilter {
  /** Whether this packet goes out; packets of one frame are judged alike. */
  admits(packet: Incoming): boolean
  /** The highest temporal layer to send; the filter goes up where a decoder can. */
  readonly limit: (temporalLayer: number) => void
  /** Sends at most one picture a second, which has to be a keyframe, or everything. */
  readonly restrict: (rate: 'one-a-second' | 'full') => void
}

const restrictedMs = 950

export function createFrameFilter(): FrameFilter {
  let highest = Infinity
  let wanted = Infinity
  let rate: 'one-a-second' | 'full' = 'full'
  let lastKeyframe = { timestamp: -1, at: -Infinity }

  const isRestrictedFrame = ({ startsKeyframe, timestamp, arrivedAt }: Incoming): boolean => {
    if (startsKeyframe && arrivedAt - lastKeyframe.at >= restrictedMs) {
      lastKeyframe = { timestamp, at: arrivedAt }
    }
    return timestamp === lastKeyframe.timestamp
  }

  return {
    admits: (packet) => {
      if (rate === 'one-a-second') return isRestrictedFrame(packet)
      const { vp8 } = packet
      if (vp8 === undefined || vp8.temporalLayer === 0) {
        if (wanted < highest) highest = wanted
        return true
      }
      if (vp8.startsFrame && vp8.isSync && vp8.temporalLayer <= wanted) highest = Infinity
      return vp8.temporalLayer <= Math.min(highest, wanted)
    },
    limit: (temporalLayer) => {
      if (temporalLayer > wanted) highest = Math.min(highest, wanted)
      wanted = temporalLayer
    },
    restrict: (next) => {
      if (next === rate) return
      rate = next
      lastKeyframe = { timestamp: -1, at: -Infinity }
    },
  }
}
