import type { Credentials } from '../../transport/transport.ts'
import type { Medium } from './medium.ts'
import type { PublisherOffer, Section } from './read-offer.ts'
import { bundle, codecLines, extensionLines, sessionLines, transportLines } from './lines.ts'

/** The answer to a publisher: everything that can be forwarded is received, in one bundle. */
export function writePublisherAnswer({ sections }: PublisherOffer, local: Credentials): string {
  const taken = sections.filter(({ medium }) => medium !== undefined)
  return [
    ...sessionLines(bundle(taken)),
    ...sections.flatMap((section) =>
      section.medium === undefined ? reject(section) : receive(section.medium, section, local),
    ),
    '',
  ].join('\r\n')
}

function reject({ type, protocol, payloads, mid }: Section): readonly string[] {
  return [`m=${type} 0 ${protocol} ${payloads}`, 'c=IN IP4 0.0.0.0', `a=mid:${mid}`, 'a=inactive']
}

function receive(medium: Medium, section: Section, local: Credentials): readonly string[] {
  const { payloadType, rtxPayloadType, mid, encodings } = medium
  const payloads = [payloadType, rtxPayloadType].filter((type) => type !== undefined)
  const rids = encodings.flatMap(({ rid }) => rid ?? [])
  return [
    `m=${section.type} 9 ${section.protocol} ${payloads.join(' ')}`,
    'c=IN IP4 0.0.0.0',
    `a=mid:${mid}`,
    'a=recvonly',
    'a=rtcp-mux',
    'a=rtcp-rsize',
    ...transportLines(local, 'active'),
    ...codecLines(medium),
    ...extensionLines(medium.extensions),
    ...rids.map((rid) => `a=rid:${rid} recv`),
    ...(rids.length > 0 ? [`a=simulcast:recv ${rids.toReversed().join(';')}`] : []),
  ]
}
