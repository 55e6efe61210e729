import { isRtcp, readRtcp } from '../../rtp/rtcp.ts'
import type { Rtcp } from '../../rtp/rtcp.ts'
import { writeSenderReport } from '../../rtp/write-rtcp.ts'
import type {
  Credentials,
  DtlsRole,
  Transport,
  TransportListener,
} from '../../transport/transport.ts'
import type { Negotiation, OpenSubscriber } from '../command.ts'
import { readSubscriberDescription } from '../sdp/read-answer.ts'
import { writeRestartAnswer, writeSubscriberOffer } from '../sdp/write-offer.ts'
import type { OutgoingMedium } from '../sdp/write-offer.ts'
import type { Wants } from '../wants.ts'
import { candidatesOf, isUsableCandidate } from './candidates.ts'
import { mostAttempts } from './publisher-leg.ts'
import type { LegOptions, PublisherLeg } from './publisher-leg.ts'
import { createRoundTrip } from './round-trip.ts'
import { createSubscriberTrack } from './subscriber-track.ts'
import type { SourceTrack } from './source-track.ts'
import type { SubscriberTrack } from './subscriber-track.ts'

/** The connection of a client that watches a stream. */
export interface SubscriberLeg {
  negotiate(negotiation: Negotiation): void
  want(wants: Wants): void
  /** The source is there, or sends something else than before. */
  follow(source: PublisherLeg): void
  /** Does what is due, and says when something will be. */
  tick(now: number): number
  close(): void
}

interface SubscriberLegOptions extends LegOptions {
  readonly opened: OpenSubscriber
}

export function createSubscriberLeg(options: SubscriberLegOptions): SubscriberLeg {
  const { leg, transports, links, emit, opened } = options
  const roundTrip = createRoundTrip()
  let source: PublisherLeg | undefined
  let { wants } = opened
  let transport: Transport | undefined
  let remoteUfrag = ''
  let attempts = 0
  let early: string[] = []
  let offered: readonly OutgoingMedium[] = []
  let taken: ReadonlySet<string> = new Set()
  let state: 'negotiating' | 'connected' = 'negotiating'
  let tracks: readonly SubscriberTrack[] = []

  const deliver = (packet: Buffer) => transport?.send(packet)
  const send = (packet: Buffer) => links.down.carry(packet, deliver)

  const listener = (isCurrent: () => boolean): TransportListener => ({
    connected: () => {
      if (!isCurrent()) return
      state = 'connected'
      attempts = 0
      attach()
      emit({ type: 'connected', leg })
    },
    stuck: () => {
      if (!isCurrent() || attempts >= mostAttempts) return
      attempts += 1
      transport?.close()
      transport = undefined
      remoteUfrag = ''
      offer()
    },
    failed: () => {
      if (isCurrent()) emit({ type: 'failed', leg, reason: 'The connection was lost' })
    },
    packet: (packet) => {
      if (!isCurrent() || !isRtcp(packet)) return
      links.up.carry(packet, (carried) => readRtcp(carried).forEach(hear))
    },
  })

  const attach = () => {
    detach()
    const publisher = source
    if (publisher === undefined || state !== 'connected') return
    tracks = offered.flatMap((outgoing) => {
      const track = publisher.tracks.find(({ medium }) => medium === outgoing.medium)
      if (track === undefined || !taken.has(outgoing.medium.mid)) return []
      const isSame = (held: SubscriberTrack) => held.outgoing === outgoing && held.source === track
      return tracks.find(isSame) ?? newTrack(outgoing, track, publisher)
    })
    for (const track of tracks) track.open()
  }
  const detach = () => {
    for (const track of tracks) track.close()
  }
  const newTrack = (outgoing: OutgoingMedium, track: SourceTrack, publisher: PublisherLeg) =>
    createSubscriberTrack({
      outgoing,
      source: track,
      wants,
      fallback: opened.fallback,
      send,
      report: (report) => {
        roundTrip.sent(report, performance.now())
        send(writeSenderReport(report))
      },
      requestKeyframe: (layer) => publisher.requestKeyframe(track, layer),
      quality: (event) => emit({ type: 'quality', leg, event }),
    })

  const hear = (part: Rtcp) => {
    switch (part.type) {
      case 'nack':
        return trackOf(part.ssrc)?.repeat(part.sequences)
      case 'keyframe-request':
        return trackOf(part.ssrc)?.refresh()
      case 'bandwidth-estimate':
        return tracks.forEach((track) => track.note({ estimate: part.bitsPerSecond }))
      case 'receiver-report': {
        const roundTripMs = roundTrip.received(part, performance.now())
        const loss = part.fractionLost / 256
        return trackOf(part.ssrc)?.note({ loss, ...(roundTripMs !== undefined && { roundTripMs }) })
      }
      case 'sender-report':
        return undefined
      default:
        return part satisfies never
    }
  }
  const trackOf = (ssrc: number) => tracks.find((track) => track.outgoing.ssrc === ssrc)

  const offer = () => {
    if (source === undefined) return
    offered = source.tracks.map(
      ({ medium }) =>
        offered.find((held) => held.medium === medium) ?? { ...randomSsrcs(), medium },
    )
    transport ??= open((own) => transports.offer(own))
    const { local } = transport
    const sdp = writeSubscriberOffer({ name: opened.leg, media: offered, local })
    emit({ type: 'negotiate', leg, step: 'offer', sdp })
  }
  const open = (make: (own: TransportListener) => Transport): Transport => {
    const made: Transport = make(listener(() => transport === made))
    return made
  }
  const answered = (sdp: string) => {
    const { credentials, mids } = readSubscriberDescription(sdp)
    taken = mids
    if (credentials.iceUfrag === remoteUfrag) return attach()
    remoteUfrag = credentials.iceUfrag
    transport?.accept(credentials)
    announce()
  }
  const restarted = (sdp: string) => {
    const { credentials, mids } = readSubscriberDescription(sdp)
    taken = mids
    replaceTransport(credentials, 'server')
    if (transport === undefined) return
    const { local } = transport
    const answer = writeRestartAnswer({ name: opened.leg, media: offered, local })
    emit({ type: 'negotiate', leg, step: 'answer', sdp: answer })
    announce()
  }
  const replaceTransport = (credentials: Credentials, role: DtlsRole) => {
    transport?.close()
    detach()
    state = 'negotiating'
    remoteUfrag = credentials.iceUfrag
    transport = open((own) => transports.answer(credentials, role, own))
  }
  /** Only now: libdatachannel gives an answer to ICE before it knows its fingerprint. */
  const announce = () => {
    if (transport === undefined) return
    for (const candidate of early) transport.addCandidate(candidate)
    early = []
    for (const event of candidatesOf(transport, leg, offered[0]?.medium.mid ?? '0')) emit(event)
  }

  return {
    negotiate: (negotiation) => {
      switch (negotiation.step) {
        case 'offer':
          return restarted(negotiation.sdp)
        case 'answer':
          return answered(negotiation.sdp)
        case 'candidate':
          if (!isUsableCandidate(negotiation.candidate)) return
          if (transport === undefined || remoteUfrag === '') early.push(negotiation.candidate)
          else transport.addCandidate(negotiation.candidate)
          return
        default:
          return negotiation satisfies never
      }
    },
    want: (next) => {
      wants = next
      for (const track of tracks) track.want(next)
    },
    follow: (publisher) => {
      const isNews =
        source !== publisher ||
        publisher.tracks.length !== offered.length ||
        publisher.tracks.some(({ medium }) => offered.every((held) => held.medium !== medium))
      source = publisher
      if (isNews) offer()
    },
    tick: (now) =>
      state === 'connected'
        ? tracks.reduce((due, track) => Math.min(due, track.tick(now)), Infinity)
        : Infinity,
    close: () => {
      detach()
      transport?.close()
      transport = undefined
    },
  }
}

function randomSsrcs(): { readonly ssrc: number; readonly rtxSsrc: number } {
  const ssrc = 1 + Math.floor(Math.random() * 0xfffffff) * 2
  return { ssrc, rtxSsrc: ssrc + 1 }
}
