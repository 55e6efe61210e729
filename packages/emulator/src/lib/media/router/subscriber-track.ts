import type { QualityEvent } from '../quality-event.ts'
import type { OutgoingMedium } from '../sdp/write-offer.ts'
import type { Wants } from '../wants.ts'
import type { SendingReport } from '../../rtp/write-rtcp.ts'
import { judge, unknownWay } from './congestion.ts'
import { createFrameFilter } from './frame-filter.ts'
import type { Incoming } from './incoming.ts'
import { chooseLayer } from './layer-choice.ts'
import { createOutgoing } from './outgoing.ts'
import { startingQuality, stepQuality } from './quality.ts'
import type { Quality } from './quality.ts'
import type { SenderClock } from './reception.ts'
import type { Sink, SourceTrack } from './source-track.ts'
import { createThroughput } from './throughput.ts'

/** What a subscriber gets of one track: one layer of it at a time, or nothing. */
export interface SubscriberTrack extends Sink {
  readonly outgoing: OutgoingMedium
  readonly source: SourceTrack
  /**
   * Sends from the next keyframe on. After a `close` it goes on with the numbers that it had: the receiver keeps what it
   * knows of an SSRC when its connection is another one, and takes what goes back for old.
   */
  open(): void
  want(wants: Wants): void
  /** The receiver cannot decode any more. */
  refresh(): void
  /** Packets the receiver has not got. */
  repeat(sequences: readonly number[]): void
  /** What the receiver says of the network, when it does. */
  note(observation: Observation): void
  /** Looks after the layer and the quality, when it is time; says when it will be. */
  tick(now: number): number
  close(): void
}

export interface Observation {
  readonly loss?: number
  readonly estimate?: number
  readonly roundTripMs?: number
}

export interface SubscriberTrackOptions {
  readonly outgoing: OutgoingMedium
  readonly source: SourceTrack
  readonly wants: Wants
  readonly fallback: 'audio' | 'none'
  readonly send: (packet: Buffer) => void
  /** Sends what is said of the sender's clock. */
  readonly report: (report: SendingReport) => void
  /** Asks the publisher for a picture that needs no other. */
  readonly requestKeyframe: (layer: number) => void
  readonly quality: (event: QualityEvent) => void
}

const nothing = -1
const unknownEstimate = { value: 0, at: -Infinity }
const judgeMs = 250
const estimateHoldsMs = 5000
const restrictedMs = 1000
const probePackets = { everyMs: 20, bitsPerSecond: 300_000 }

export function createSubscriberTrack(options: SubscriberTrackOptions): SubscriberTrack {
  const { source, fallback } = options
  const isAudio = source.medium.kind === 'audio'
  const outgoing = createOutgoing(options.outgoing, options.send)
  const filter = createFrameFilter()
  const throughput = createThroughput()
  let { wants } = options
  let current = nothing
  // The layer that was sent last, also while nothing is sent.
  let former = nothing
  let target = isAudio ? 0 : nothing
  let quality: Quality = startingQuality
  let congestion = unknownWay
  let estimate = unknownEstimate
  let roundTripMs: number | undefined
  let judgeAt = 0
  let probedAt = 0
  let pictureAt = 0

  const isWanted = () => (isAudio ? wants.audio : wants.video && quality.state === 'video')

  const choose = (now: number) => {
    if (isAudio) return
    const layers = source.layers(now)
    const ceiling = quality.state === 'video' ? quality.ceiling : 0
    const choice = isWanted() ? chooseLayer(layers, wants, ceiling) : undefined
    target = choice === undefined ? nothing : (layers[choice.layer]?.index ?? nothing)
    if (target === nothing) current = nothing
    filter.limit(choice?.temporalLayer ?? Infinity)
    if (target === nothing) return
    const needsKeyframe =
      target !== current || (wants.restrictsFrameRate && now - pictureAt >= restrictedMs)
    if (!needsKeyframe) return
    pictureAt = now
    options.requestKeyframe(target)
  }
  const judgeNetwork = (now: number, loss: number) => {
    const isFresh = now - estimate.at < estimateHoldsMs
    congestion = judge(congestion, {
      at: now,
      loss,
      bitsPerSecond: throughput.bitsPerSecond(),
      ...(isFresh && { estimate: estimate.value }),
      ...(roundTripMs !== undefined && quality.state === 'video' && { roundTripMs }),
    })
  }
  const step = (now: number) => {
    if (isAudio || !wants.video) return
    const layers = source.layers(now)
    if (layers.length === 0) return
    const wanted = chooseLayer(layers, wants, Infinity)?.layer ?? 0
    const layer = Math.max(
      0,
      layers.findIndex(({ index }) => index === current),
    )
    const before = quality
    const next = stepQuality(quality, { now, congestion, layer, wanted, fallback })
    quality = next.quality
    congestion = next.congestion
    if (next.event !== undefined) options.quality(next.event)
    if (quality !== before) choose(now)
  }
  const probe = (now: number) => {
    if (quality.state === 'video' || quality.probe.type !== 'running') return
    if (now - probedAt < probePackets.everyMs) return
    const elapsed = Math.min(now - probedAt, 2 * probePackets.everyMs)
    probedAt = now
    const bytes = (probePackets.bitsPerSecond * elapsed) / 8000
    outgoing.pad(bytes, source.reception(former)?.latest)
  }

  const tell = (clock: SenderClock) => {
    const report = outgoing.report(clock)
    if (report !== undefined) options.report(report)
  }
  /** Another layer, or the first one, begins where a decoder can. */
  const begin = (layer: number, packet: Incoming) => {
    const canBegin = packet.startsKeyframe && packet.payload.length > 0
    if (layer !== target || !canBegin || !isWanted()) return
    const from = source.reception(former)
    const after = source.reception(layer)?.clock
    current = layer
    if (!filter.admits(packet)) return
    former = layer
    outgoing.takeOver(packet, { last: from?.latest, before: from?.clock, after })
    if (after !== undefined) tell(after)
  }
  const restrict = () => filter.restrict(wants.restrictsFrameRate ? 'one-a-second' : 'full')
  restrict()

  const track: SubscriberTrack = {
    outgoing: options.outgoing,
    source,
    open: () => {
      // What was said of the way before was said of another connection, and maybe long ago.
      congestion = unknownWay
      estimate = unknownEstimate
      roundTripMs = undefined
      source.sinks.add(track)
      track.tick(performance.now())
    },
    packet: (layer, packet) => {
      if (layer !== current) return begin(layer, packet)
      if (packet.payload.length > 0 && filter.admits(packet)) outgoing.pass(packet)
      else outgoing.skip(packet)
    },
    clock: (layer, clock) => {
      if (layer === current) tell(clock)
    },
    want: (next) => {
      wants = next
      restrict()
      if (isAudio) {
        if (!wants.audio) current = nothing
        return
      }
      choose(performance.now())
    },
    refresh: () => {
      if (!isAudio && target !== nothing) options.requestKeyframe(target)
    },
    repeat: (sequences) => {
      // What was sent of another layer had its times by another clock, and a keyframe has made it needless.
      const reception = source.reception(current)
      for (const sequence of sequences) {
        const sent = outgoing.sent(sequence)
        if (sent === undefined || sent.stream !== reception?.ssrc) continue
        const packet = reception.find(sent.number)
        if (packet !== undefined) outgoing.repeat(packet, sequence)
      }
    },
    note: (observation) => {
      const now = performance.now()
      if (observation.estimate !== undefined) estimate = { value: observation.estimate, at: now }
      roundTripMs = observation.roundTripMs ?? roundTripMs
      // Nothing but the estimate speaks of bytes that mean nothing.
      const isProbed = quality.state === 'audio-only' && observation.estimate !== undefined
      if (observation.loss !== undefined) judgeNetwork(now, observation.loss)
      else if (isProbed) judgeNetwork(now, 0)
    },
    tick: (now) => {
      if (isAudio) return Infinity
      probe(now)
      if (now >= judgeAt) {
        // The same moment for everybody, so that the others are not looked at for one of them.
        judgeAt = (Math.floor(now / judgeMs) + 1) * judgeMs
        throughput.note(outgoing.bytes(), now)
        choose(now)
        step(now)
      }
      return quality.state === 'video' ? judgeAt : now
    },
    close: () => {
      source.sinks.delete(track)
      current = nothing
    },
  }
  return track
}
