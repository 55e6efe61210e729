import type { Credentials } from '../../transport/transport.ts'
import type { Medium } from './medium.ts'

/** The lines before the first section. */
export function sessionLines(bundled: string): readonly string[] {
  return [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    `a=group:BUNDLE ${bundled}`.trimEnd(),
    'a=msid-semantic: WMS *',
  ]
}

/** The names of these sections, as a bundle lists them. */
export function bundle(sections: readonly { readonly mid: string }[]): string {
  return sections.map(({ mid }) => mid).join(' ')
}

export function transportLines(
  { iceUfrag, icePwd, fingerprint }: Credentials,
  setup: 'active' | 'passive' | 'actpass',
): readonly string[] {
  return [
    `a=ice-ufrag:${iceUfrag}`,
    `a=ice-pwd:${icePwd}`,
    'a=ice-options:trickle',
    `a=fingerprint:${fingerprint}`,
    `a=setup:${setup}`,
  ]
}

/** A codec with its retransmissions and the feedback that is understood about it. */
export function codecLines(medium: Medium): readonly string[] {
  const { kind, codec, clockRate, payloadType, rtxPayloadType, parameters } = medium
  const feedback = kind === 'video' ? ['goog-remb', 'ccm fir', 'nack', 'nack pli'] : []
  return [
    `a=rtpmap:${payloadType} ${codec}/${clockRate}${codec === 'opus' ? '/2' : ''}`,
    ...(parameters === undefined ? [] : [`a=fmtp:${payloadType} ${parameters}`]),
    ...feedback.map((type) => `a=rtcp-fb:${payloadType} ${type}`),
    ...(rtxPayloadType === undefined
      ? []
      : [
          `a=rtpmap:${rtxPayloadType} rtx/${clockRate}`,
          `a=fmtp:${rtxPayloadType} apt=${payloadType}`,
        ]),
  ]
}

export function extensionLines(extensions: ReadonlyMap<string, number>): readonly string[] {
  return [...extensions].map(([uri, id]) => `a=extmap:${id} ${uri}`)
}
