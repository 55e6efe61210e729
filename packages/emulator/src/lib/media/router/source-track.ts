import type { RtpPacket } from '../../rtp/packet.ts'
import type { SenderReport } from '../../rtp/rtcp.ts'
import { extensionUris } from '../sdp/medium.ts'
import type { Medium } from '../sdp/medium.ts'
import { readIncoming, unwrapRetransmission } from './incoming.ts'
import type { Incoming } from './incoming.ts'
import type { Layer } from './layer-choice.ts'
import { createReception } from './reception.ts'
import type { Reception, SenderClock } from './reception.ts'

/** Somebody who gets the packets of a track: a subscriber, a recording. */
export interface Sink {
  /** Also a packet without a payload, which only probes the network. */
  packet(layer: number, packet: Incoming): void
  /** The sender's clock, about once a second. */
  clock(layer: number, clock: SenderClock): void
}

/** What a publisher sends of one kind: its layers as they arrive. */
export interface SourceTrack {
  readonly medium: Medium
  readonly sinks: Set<Sink>
  /** Takes a packet if it belongs here. */
  receive(packet: RtpPacket, now: number): boolean
  noteReport(report: SenderReport, now: number): void
  /** The layers that arrive at this moment, by their place among the encodings. */
  layers(now: number): readonly (Layer & { readonly index: number })[]
  reception(layer: number): Reception | undefined
  receptions(): readonly Reception[]
}

interface LayerState {
  reception: Reception | undefined
  rtxSsrc: number | undefined
  width: number
  height: number
  frames: number
  frameRate: number
  countedAt: number
  seenAt: number
}

const silenceMs = 1200

export function createSourceTrack(medium: Medium): SourceTrack {
  const { encodings, extensions, payloadType, rtxPayloadType, clockRate } = medium
  const sinks = new Set<Sink>()
  const states = encodings.map(({ ssrc, rtxSsrc }): LayerState => ({
    reception: ssrc === undefined ? undefined : createReception(ssrc, clockRate),
    rtxSsrc,
    width: 0,
    height: 0,
    frames: 0,
    frameRate: 0,
    countedAt: 0,
    seenAt: -Infinity,
  }))

  const layerOf = (packet: RtpPacket): number => {
    const known = states.findIndex(({ reception }) => reception?.ssrc === packet.ssrc)
    if (known >= 0) return known
    const rid = textOf(packet, extensions.get(extensionUris.rid))
    const named = encodings.findIndex(
      (encoding) => encoding.rid !== undefined && encoding.rid === rid,
    )
    const state = states[named]
    if (state !== undefined) state.reception = createReception(packet.ssrc, clockRate)
    return named
  }
  const repairedLayerOf = (packet: RtpPacket): number => {
    const known = states.findIndex(({ rtxSsrc }) => rtxSsrc === packet.ssrc)
    if (known >= 0) return known
    const rid = textOf(packet, extensions.get(extensionUris.repairedRid))
    const named = encodings.findIndex(
      (encoding) => encoding.rid !== undefined && encoding.rid === rid,
    )
    const state = states[named]
    if (state !== undefined) state.rtxSsrc = packet.ssrc
    return named
  }
  // A layer is gone when others go on without it. The last one stays: a picture that stands still sends nothing for long.
  const layersAt = () => {
    const latest = Math.max(...states.map(({ seenAt }) => seenAt))
    return states.flatMap(({ seenAt, width, height, frameRate }, index) =>
      seenAt > -Infinity && latest - seenAt < silenceMs
        ? [{ index, width, height, frameRate }]
        : [],
    )
  }
  let counted = { at: -Infinity, layers: layersAt() }
  const note = (state: LayerState, packet: Incoming) => {
    const { vp8, marker, arrivedAt } = packet
    state.seenAt = arrivedAt
    if (vp8?.size) [state.width, state.height] = [vp8.size.width, vp8.size.height]
    if (!marker) return
    state.frames += 1
    const elapsed = arrivedAt - state.countedAt
    if (elapsed < 1000) return
    state.frameRate = elapsed < 5000 ? (state.frames * 1000) / elapsed : 0
    state.frames = 0
    state.countedAt = arrivedAt
  }
  const take = (layer: number, packet: RtpPacket, now: number) => {
    const state = states[layer]
    if (state?.reception === undefined) return
    const incoming = readIncoming(packet, medium, now)
    if (incoming === undefined || !state.reception.take(incoming)) return
    if (incoming.payload.length > 0) note(state, incoming)
    for (const sink of sinks) sink.packet(layer, incoming)
  }

  return {
    medium,
    sinks,
    receive: (packet, now) => {
      if (packet.payloadType === payloadType) {
        const layer = layerOf(packet)
        take(layer, packet, now)
        return layer >= 0
      }
      if (packet.payloadType !== rtxPayloadType) return false
      const layer = repairedLayerOf(packet)
      const ssrc = states[layer]?.reception?.ssrc
      const original =
        ssrc === undefined ? undefined : unwrapRetransmission(packet, { payloadType, ssrc })
      if (original !== undefined) take(layer, original, now)
      return layer >= 0
    },
    noteReport: ({ ssrc, ntp, timestamp }, now) => {
      const layer = states.findIndex(({ reception }) => reception?.ssrc === ssrc)
      const reception = states[layer]?.reception
      if (reception === undefined) return
      reception.noteReport(ntp, timestamp, now)
      for (const sink of sinks) sink.clock(layer, { ntp, timestamp })
    },
    layers: (now) => {
      // Everybody who watches asks at the same moment.
      if (now !== counted.at) counted = { at: now, layers: layersAt() }
      return counted.layers
    },
    reception: (layer) => states[layer]?.reception,
    receptions: () => states.flatMap(({ reception }) => reception ?? []),
  }
}

function textOf(packet: RtpPacket, id: number | undefined): string | undefined {
  return id === undefined ? undefined : packet.extensions?.get(id)?.toString('latin1')
}
