import type { Congestion } from './congestion.ts'
import { unknownWay } from './congestion.ts'
import type { QualityEvent } from '../quality-event.ts'

/** How much of a stream's picture a receiver's connection is trusted with. */
export type Quality = Video | AudioOnly

export interface Video {
  readonly state: 'video'
  /** The highest layer to send. */
  readonly ceiling: number
  /** Whether the receiver was warned that the picture may go. */
  readonly warned: boolean
  /** When the next layer up, or more of the picture, may be tried. */
  readonly retryAt: number
  /** How long to wait after the next failure. */
  readonly patienceMs: number
}

export interface AudioOnly {
  readonly state: 'audio-only'
  /** What the probe of the connection is doing. */
  readonly probe:
    | { readonly type: 'waiting'; readonly until: number }
    | { readonly type: 'running'; readonly until: number }
  readonly patienceMs: number
}

export interface QualityStep {
  readonly quality: Quality
  readonly event?: QualityEvent
  /** How the connection is judged from here on: what is sent has changed. */
  readonly congestion: Congestion
}

interface Circumstances {
  readonly now: number
  readonly congestion: Congestion
  /** The layer that is sent. */
  readonly layer: number
  /** The highest that would be sent if the connection carried it. */
  readonly wanted: number
  /** What the publisher asked for: whether its stream may go on without the picture. */
  readonly fallback: 'audio' | 'none'
}

const times = {
  /** How long too much may be sent before something is done about it. */
  stepDownMs: 1500,
  warnMs: 2000,
  disableMs: 5000,
  /** How long all has to be well before a warning is taken back. */
  liftMs: 2000,
  shortestPatienceMs: 5000,
  longestPatienceMs: 40_000,
  probeMs: 2500,
}

export const startingQuality: Video = {
  state: 'video',
  ceiling: Infinity,
  warned: false,
  retryAt: 0,
  patienceMs: times.shortestPatienceMs,
}

/** Takes the next step, if it is time for one. */
export function stepQuality(quality: Quality, circumstances: Circumstances): QualityStep {
  return quality.state === 'video'
    ? stepVideo(quality, circumstances)
    : stepAudioOnly(quality, circumstances)
}

function stepVideo(quality: Video, circumstances: Circumstances): QualityStep {
  const { now, congestion, layer, wanted, fallback } = circumstances
  const { since, clearSince } = congestion
  if (since !== undefined) {
    const lasted = now - since
    if (layer > 0 && lasted >= times.stepDownMs) {
      return {
        quality: { ...backOff(quality, now), ceiling: layer - 1 },
        congestion: renew(congestion),
      }
    }
    if (layer > 0 || fallback === 'none') return { quality, congestion }
    if (lasted >= times.disableMs) {
      const patienceMs = times.shortestPatienceMs
      const probe = { type: 'waiting', until: now + patienceMs } as const
      return {
        quality: { state: 'audio-only', probe, patienceMs },
        event: 'video-disabled',
        congestion: renew(congestion),
      }
    }
    if (lasted >= times.warnMs && !quality.warned) {
      return { quality: { ...quality, warned: true }, event: 'warned', congestion }
    }
    return { quality, congestion }
  }
  const clearFor = now - (clearSince ?? now)
  if (quality.warned && clearFor >= times.liftMs) {
    return { quality: { ...quality, warned: false }, event: 'warning-lifted', congestion }
  }
  if (wanted > quality.ceiling && now >= quality.retryAt && clearFor >= times.liftMs) {
    return { quality: { ...quality, ceiling: quality.ceiling + 1 }, congestion: renew(congestion) }
  }
  return { quality, congestion }
}

function stepAudioOnly(quality: AudioOnly, { now, congestion }: Circumstances): QualityStep {
  const { probe, patienceMs } = quality
  if (now < probe.until) return { quality, congestion }
  if (probe.type === 'waiting') {
    const running = { type: 'running', until: now + times.probeMs } as const
    return { quality: { ...quality, probe: running }, congestion: renew(congestion) }
  }
  const passed = congestion.since === undefined && congestion.clearSince !== undefined
  if (passed) {
    return {
      quality: { ...startingQuality, ceiling: 0, retryAt: now + patienceMs },
      event: 'video-enabled',
      congestion: renew(congestion),
    }
  }
  const longer = Math.min(patienceMs * 1.5, times.longestPatienceMs)
  const waiting = { type: 'waiting', until: now + longer } as const
  return {
    quality: { ...quality, probe: waiting, patienceMs: longer },
    congestion: renew(congestion),
  }
}

function backOff(quality: Video, now: number): Video {
  const patienceMs = Math.min(quality.patienceMs * 2, times.longestPatienceMs)
  return { ...quality, retryAt: now + quality.patienceMs, patienceMs }
}

function renew({ samples, shortestRoundTripMs }: Congestion): Congestion {
  return { ...unknownWay, samples, shortestRoundTripMs }
}
