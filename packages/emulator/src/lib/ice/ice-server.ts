/** One server that helps clients find a way to each other: an `RTCIceServer` of WebRTC. */
export interface IceServer {
  /** `stun:`, `stuns:`, `turn:` and `turns:` URLs (RFC 7064, RFC 7065). */
  readonly urls: string | readonly string[]
  /** What `turn:` and `turns:` need. */
  readonly username?: string
  readonly credential?: string
}
