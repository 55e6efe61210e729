import { readRtp } from '../../rtp/packet.ts'
import { isRtcp, readRtcp } from '../../rtp/rtcp.ts'
import {
  writeBandwidthEstimate,
  writeKeyframeRequest,
  writeNack,
  writeReceiverReports,
} from '../../rtp/write-rtcp.ts'
import type { Transport, TransportFactory } from '../../transport/transport.ts'
import type { MediaEvent, Negotiation } from '../command.ts'
import { readPublisherOffer } from '../sdp/read-offer.ts'
import { writePublisherAnswer } from '../sdp/write-answer.ts'
import { createBandwidthGrant } from './bandwidth-grant.ts'
import type { Link } from './link.ts'
import { isSameMedium } from '../sdp/medium.ts'
import { candidatesOf, isUsableCandidate } from './candidates.ts'
import { createSourceTrack } from './source-track.ts'
import type { SourceTrack } from './source-track.ts'

/** The connection of a client that publishes a stream. */
export interface PublisherLeg {
  readonly tracks: readonly SourceTrack[]
  negotiate(negotiation: Negotiation): void
  /** Asks for a picture that needs no other; not more often than is good. */
  requestKeyframe(track: SourceTrack, layer: number): void
  /** Asks again for what is missing. */
  repair(now: number): void
  /** Tells the publisher how it is received; once a second. */
  report(now: number): void
  close(): void
}

export interface LegOptions {
  readonly leg: string
  readonly transports: TransportFactory
  /** From the client and to it. */
  readonly links: { readonly up: Link; readonly down: Link }
  readonly emit: (event: MediaEvent) => void
}

const keyframeIntervalMs = 300
/** How often a connection whose handshake does not end is replaced by another one. */
export const mostAttempts = 3

/** `changed` hears when what is published is known, or is something else than before. */
export function createPublisherLeg(
  { leg, transports, links, emit }: LegOptions,
  changed: () => void,
): PublisherLeg {
  let transport: Transport | undefined
  let remoteUfrag = ''
  let attempts = 0
  let early: string[] = []
  let tracks: readonly SourceTrack[] = []
  const grant = createBandwidthGrant()
  const keyframes = new Map<number, number>()

  const send = (packet: Buffer) => links.down.carry(packet, (carried) => transport?.send(carried))

  const receive = (packet: Buffer) => {
    const now = performance.now()
    if (isRtcp(packet)) {
      for (const part of readRtcp(packet)) {
        if (part.type !== 'sender-report') continue
        for (const track of tracks) track.noteReport(part, now)
      }
      return
    }
    const rtp = readRtp(packet)
    if (rtp === undefined) return
    for (const track of tracks) if (track.receive(rtp, now)) return
  }

  const offered = (sdp: string) => {
    const offer = readPublisherOffer(sdp)
    const { credentials } = offer
    if (transport === undefined || credentials.iceUfrag !== remoteUfrag) {
      transport?.close()
      remoteUfrag = credentials.iceUfrag
      const opened = transports.answer(credentials, 'client', {
        connected: () => {
          if (transport !== opened) return
          attempts = 0
          emit({ type: 'connected', leg })
        },
        stuck: () => {
          if (transport !== opened || attempts >= mostAttempts) return
          attempts += 1
          remoteUfrag = ''
          emit({ type: 'offer-wanted', leg })
        },
        failed: () => {
          if (transport === opened) emit({ type: 'failed', leg, reason: 'The connection was lost' })
        },
        packet: (packet) => {
          if (transport === opened) links.up.carry(packet, receive)
        },
      })
      transport = opened
      for (const candidate of early) transport.addCandidate(candidate)
      early = []
    }
    const media = offer.sections.flatMap(({ medium }) => medium ?? [])
    tracks = media.map(
      (medium) =>
        tracks.find((track) => isSameMedium(track.medium, medium)) ?? createSourceTrack(medium),
    )
    const answer = writePublisherAnswer(offer, transport.local)
    emit({ type: 'negotiate', leg, step: 'answer', sdp: answer })
    const mid = media[0]?.mid ?? '0'
    for (const event of candidatesOf(transport, leg, mid)) emit(event)
    changed()
  }

  return {
    get tracks() {
      return tracks
    },
    negotiate: (negotiation) => {
      switch (negotiation.step) {
        case 'offer':
          return offered(negotiation.sdp)
        case 'candidate':
          if (!isUsableCandidate(negotiation.candidate)) return
          if (transport === undefined) early.push(negotiation.candidate)
          else transport.addCandidate(negotiation.candidate)
          return
        case 'answer':
          return
        default:
          return negotiation satisfies never
      }
    },
    requestKeyframe: (track, layer) => {
      const ssrc = track.reception(layer)?.ssrc
      const now = performance.now()
      if (ssrc === undefined || now - (keyframes.get(ssrc) ?? -Infinity) < keyframeIntervalMs)
        return
      keyframes.set(ssrc, now)
      send(writeKeyframeRequest(ssrc))
    },
    repair: (now) => {
      for (const { medium, receptions } of tracks) {
        if (medium.kind === 'audio') continue
        for (const reception of receptions()) {
          const missing = reception.missing(now)
          if (missing.length > 0) send(writeNack(reception.ssrc, missing))
        }
      }
    },
    report: (now) => {
      const receptions = tracks.flatMap((track) => track.receptions())
      const reports = receptions.map((reception) => reception.report(now))
      if (reports.length === 0) return
      send(writeReceiverReports(reports))
      const received = receptions.reduce((sum, held) => sum + held.bitsPerSecond(now), 0)
      const loss = Math.max(...reports.map(({ fractionLost }) => fractionLost)) / 256
      const ssrcs = receptions.map(({ ssrc }) => ssrc)
      send(writeBandwidthEstimate(ssrcs, grant.next({ received, loss })))
    },
    close: () => {
      transport?.close()
      transport = undefined
    },
  }
}
