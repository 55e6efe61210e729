import { parse } from 'sdp-transform'
import type { MediaDescription } from 'sdp-transform'
import { readCredentials } from '../../transport/bare-description.ts'
import type { Credentials } from '../../transport/transport.ts'
import { extensionUris } from './medium.ts'
import { midOf, payloadsOf } from './mid.ts'
import type { Codec, Encoding, Medium } from './medium.ts'

/** What a publisher offers to send. */
export interface PublisherOffer {
  readonly credentials: Credentials
  /** In the order of the offer, which an answer has to keep. */
  readonly sections: readonly Section[]
}

export interface Section {
  readonly mid: string
  readonly type: string
  readonly protocol: string
  readonly payloads: string
  /** What is taken of it; absent when it has no codec that can be forwarded, or sends nothing. */
  readonly medium?: Medium
}

const codecs: readonly Codec[] = ['opus', 'VP8', 'VP9', 'H264', 'AV1']
const understood = new Set<string>(Object.values(extensionUris))

/**
 * Reads an offer, taking the first codec of each section that can be forwarded: publishers put first what they prefer.
 *
 * @throws when it is no session description
 */
export function readPublisherOffer(sdp: string): PublisherOffer {
  const { media } = parse(sdp)
  return {
    credentials: readCredentials(sdp),
    sections: media.map((section) => {
      const { type, protocol } = section
      const mid = midOf(section)
      const payloads = payloadsOf(section)
      const medium = mediumOf(section, mid)
      return { mid, type, protocol, payloads, ...(medium && { medium }) }
    }),
  }
}

function mediumOf(section: MediaDescription, mid: string): Medium | undefined {
  const { type, direction, port } = section
  if (type !== 'audio' && type !== 'video') return undefined
  if (port === 0 || direction === 'recvonly' || direction === 'inactive') return undefined
  const chosen = chooseCodec(section)
  if (chosen === undefined) return undefined
  const rtx = section.fmtp.find(({ payload, config }) => {
    const isRtx = section.rtp.some((rtp) => rtp.payload === payload && rtp.codec === 'rtx')
    return isRtx && config.split(';').includes(`apt=${chosen.payloadType}`)
  })
  const parameters = section.fmtp.find(({ payload }) => payload === chosen.payloadType)?.config
  return {
    kind: type,
    mid,
    ...chosen,
    ...(rtx && { rtxPayloadType: rtx.payload }),
    ...(parameters !== undefined && { parameters }),
    extensions: new Map(
      (section.ext ?? [])
        .filter(({ uri }) => understood.has(uri))
        .map(({ uri, value }) => [uri, value]),
    ),
    encodings: encodingsOf(section),
  }
}

function chooseCodec(
  section: MediaDescription,
): Pick<Medium, 'codec' | 'clockRate' | 'payloadType'> | undefined {
  const order = payloadsOf(section).split(' ').map(Number)
  for (const payloadType of order) {
    const rtp = section.rtp.find(({ payload }) => payload === payloadType)
    const codec = codecs.find((name) => name.toLowerCase() === rtp?.codec.toLowerCase())
    if (codec === undefined || rtp === undefined) continue
    if (codec === 'H264' && !isNonInterleaved(section, payloadType)) continue
    return { codec, payloadType, clockRate: rtp.rate ?? 90_000 }
  }
  return undefined
}

/** Only this mode has units that are larger than a packet (RFC 6184). */
function isNonInterleaved({ fmtp }: MediaDescription, payloadType: number): boolean {
  return fmtp.some(
    ({ payload, config }) => payload === payloadType && config.includes('packetization-mode=1'),
  )
}

function encodingsOf(section: MediaDescription): readonly Encoding[] {
  // A client lists its layers with the largest first.
  const rids = section.simulcast?.list1.split(';').toReversed() ?? []
  if (rids.length > 1) return rids.map((rid) => ({ rid }))
  const groups = section.ssrcGroups ?? []
  const list = (text: string) => text.split(' ').map(Number)
  const repairs = new Map(
    groups
      .filter(({ semantics }) => semantics === 'FID')
      .map(({ ssrcs }) => list(ssrcs) as [number, number]),
  )
  const layers = groups.find(({ semantics }) => semantics === 'SIM')
  const first = section.ssrcs?.[0]?.id
  const primary = layers ? list(layers.ssrcs) : first === undefined ? [] : [first]
  return primary.map((ssrc) => {
    const rtxSsrc = repairs.get(ssrc)
    return { ssrc, ...(rtxSsrc !== undefined && { rtxSsrc }) }
  })
}
