import type { Credentials } from '../../transport/transport.ts'
import { bundle, codecLines, extensionLines, sessionLines, transportLines } from './lines.ts'
import { extensionUris } from './medium.ts'
import type { Medium } from './medium.ts'

/** What a subscriber gets of one kind. */
export interface OutgoingMedium {
  readonly medium: Medium
  readonly ssrc: number
  readonly rtxSsrc: number
}

interface Outgoing {
  /** What the subscriber's `MediaStream` is called. */
  readonly name: string
  readonly media: readonly OutgoingMedium[]
  readonly local: Credentials
}

/** The offer to a subscriber. */
export function writeSubscriberOffer(outgoing: Outgoing): string {
  return write(outgoing, 'actpass')
}

/** The answer to a subscriber that offers, because it restarts ICE; sections are as they were. */
export function writeRestartAnswer(outgoing: Outgoing): string {
  return write(outgoing, 'passive')
}

function write({ name, media, local }: Outgoing, setup: 'actpass' | 'passive'): string {
  return [
    ...sessionLines(bundle(media.map(({ medium }) => medium))),
    ...media.flatMap((outgoing) => send(outgoing, { name, local, setup })),
    '',
  ].join('\r\n')
}

function send(
  { medium, ssrc, rtxSsrc }: OutgoingMedium,
  {
    name,
    local,
    setup,
  }: {
    readonly name: string
    readonly local: Credentials
    readonly setup: 'actpass' | 'passive'
  },
): readonly string[] {
  const { kind, mid, payloadType, rtxPayloadType } = medium
  const hasRtx = rtxPayloadType !== undefined
  const payloads = hasRtx ? `${payloadType} ${rtxPayloadType}` : `${payloadType}`
  const ssrcs = hasRtx ? [ssrc, rtxSsrc] : [ssrc]
  return [
    `m=${kind} 9 UDP/TLS/RTP/SAVPF ${payloads}`,
    'c=IN IP4 0.0.0.0',
    `a=mid:${mid}`,
    'a=sendonly',
    'a=rtcp-mux',
    'a=rtcp-rsize',
    ...transportLines(local, setup),
    ...codecLines(medium),
    ...extensionLines(forwarded(medium)),
    `a=msid:${name} ${kind}`,
    ...(hasRtx ? [`a=ssrc-group:FID ${ssrcs.join(' ')}`] : []),
    ...ssrcs.flatMap((id) => [`a=ssrc:${id} cname:${name}`, `a=ssrc:${id} msid:${name} ${kind}`]),
  ]
}

/** Subscribers have one connection for each stream, so nothing has to tell streams apart. */
function forwarded({ extensions }: Medium): ReadonlyMap<string, number> {
  const uris: readonly string[] = [extensionUris.audioLevel, extensionUris.absSendTime]
  return new Map([...extensions].filter(([uri]) => uris.includes(uri)))
}
