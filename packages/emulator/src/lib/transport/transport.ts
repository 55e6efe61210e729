/** What one end of a peer connection tells the other to be found and recognised: ICE and DTLS. */
export interface Credentials {
  readonly iceUfrag: string
  readonly icePwd: string
  /** As in SDP: `sha-256 AB:CD:...`. */
  readonly fingerprint: string
}

export type DtlsRole = 'client' | 'server'

/** What becomes of a transport. */
export interface TransportListener {
  /** ICE and DTLS are done: packets can be sent. */
  readonly connected: () => void
  /** The ends have found each other, and yet the handshake does not end: what one sends the other does not get. */
  readonly stuck: () => void
  /** Nothing more will come; also when the other end has been silent for long. Not called after `close`. */
  readonly failed: () => void
  /** An RTP or RTCP packet, decrypted. */
  readonly packet: (packet: Buffer) => void
}

/** One peer connection without its media: ICE, DTLS and SRTP, and packets in clear on this side. */
export interface Transport {
  readonly local: Credentials
  /** Lines as `candidate:...`, to be given to the other end once it has answered or offered. */
  readonly candidates: readonly string[]
  /** Completes a transport that was made to offer; it is the DTLS server then. */
  accept(remote: Credentials): void
  addCandidate(candidate: string): void
  /** Packets before `connected` and after the end are dropped. */
  send(packet: Buffer): void
  close(): void
}

/** Makes transports. */
export interface TransportFactory {
  /** The other end is going to answer. */
  offer(listener: TransportListener): Transport
  /** The other end has offered; `role` is what this one is in the DTLS handshake. */
  answer(remote: Credentials, role: DtlsRole, listener: TransportListener): Transport
  /** Ends what is left and frees the port. */
  close(): void
}
