import type { Credentials } from './transport.ts'

/** A session description that says nothing but how to reach the other end, for libdatachannel alone. */
export function bareDescription(
  { iceUfrag, icePwd, fingerprint }: Credentials,
  setup: 'active' | 'actpass',
): string {
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111',
    'c=IN IP4 0.0.0.0',
    'a=mid:0',
    'a=sendrecv',
    'a=rtcp-mux',
    'a=rtpmap:111 opus/48000/2',
    `a=setup:${setup}`,
    `a=ice-ufrag:${iceUfrag}`,
    `a=ice-pwd:${icePwd}`,
    `a=fingerprint:${fingerprint}`,
    '',
  ]
  return lines.join('\r\n')
}

/** The credentials in a session description. */
export function readCredentials(sdp: string): Credentials {
  const value = (name: string): string => {
    const found = new RegExp(`^a=${name}:(.*?)\\r?$`, 'm').exec(sdp)?.[1]
    if (found === undefined) throw new Error(`The session description has no ${name}`)
    return found
  }
  return {
    iceUfrag: value('ice-ufrag'),
    icePwd: value('ice-pwd'),
    fingerprint: value('fingerprint'),
  }
}
