import type { Credentials } from '../../packages/emulator/src/lib/transport/transport.ts'
import { extensions, payloadTypes, ssrcs } from './stream.ts'

/** The offer of somebody who sends VP8 and Opus. */
export function publisherOffer(credentials: Credentials): string {
  return [
    ...head('0 1'),
    ...section('audio', '0', credentials),
    `a=rtpmap:${payloadTypes.audio} opus/48000/2`,
    ...section('video', '1', credentials),
    `a=rtpmap:${payloadTypes.video} VP8/90000`,
    `a=rtcp-fb:${payloadTypes.video} goog-remb`,
    `a=rtcp-fb:${payloadTypes.video} nack`,
    `a=rtcp-fb:${payloadTypes.video} nack pli`,
    '',
  ].join('\r\n')
}

/** The answer of somebody who takes all that is offered. */
export function subscriberAnswer(offer: string, credentials: Credentials): string {
  const sections = offer.split(/\r?\n(?=m=)/).slice(1)
  const mids = sections.map((text) => /^a=mid:(\S+)/m.exec(text)?.[1] ?? '')
  return [
    ...head(mids.join(' ')),
    ...sections.flatMap((text) => [
      ...text.split(/\r?\n/).filter((line) => /^(m=|a=(mid|rtpmap|fmtp|extmap):)/.test(line)),
      'c=IN IP4 0.0.0.0',
      'a=recvonly',
      'a=rtcp-mux',
      ...transport(credentials, 'active'),
    ]),
    '',
  ].join('\r\n')
}

function head(mids: string): string[] {
  return ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 't=0 0', `a=group:BUNDLE ${mids}`]
}

function section(kind: 'audio' | 'video', mid: string, credentials: Credentials): string[] {
  return [
    `m=${kind} 9 UDP/TLS/RTP/SAVPF ${payloadTypes[kind]}`,
    'c=IN IP4 0.0.0.0',
    `a=mid:${mid}`,
    'a=sendonly',
    'a=rtcp-mux',
    ...transport(credentials, 'actpass'),
    ...extensions.map(({ id, uri }) => `a=extmap:${id} ${uri}`),
    `a=msid:bench ${kind}`,
    `a=ssrc:${ssrcs[kind]} cname:bench`,
    `a=ssrc:${ssrcs[kind]} msid:bench ${kind}`,
  ]
}

function transport({ iceUfrag, icePwd, fingerprint }: Credentials, setup: string): string[] {
  return [
    `a=ice-ufrag:${iceUfrag}`,
    `a=ice-pwd:${icePwd}`,
    'a=ice-options:trickle',
    `a=fingerprint:${fingerprint}`,
    `a=setup:${setup}`,
  ]
}
