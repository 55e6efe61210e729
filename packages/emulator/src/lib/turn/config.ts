/** What a TURN server is told when it starts. */
export interface TurnConfig {
  readonly listening: readonly string[]
  /** For UDP and TCP alike. */
  readonly port: number
  /** The UDP ports of relays, both included. */
  readonly relayPorts: { readonly first: number; readonly last: number }
  readonly loopbackPeers: boolean
  readonly realm: string
  /** What credentials are signed with. */
  readonly secret: string
  /** A folder of its own, for what it would write elsewhere. */
  readonly folder: string
}

/** The configuration file of coturn (its `turnserver.conf`) for these settings. */
export function configText(config: TurnConfig): string {
  const { listening, port, relayPorts, loopbackPeers, realm, secret, folder } = config
  const lines = [
    ...listening.map((address) => `listening-ip=${address}`),
    `listening-port=${port}`,
    `min-port=${relayPorts.first}`,
    `max-port=${relayPorts.last}`,
    // A client on IPv6 that does not say what it wants would get a relay on IPv4.
    'allocation-default-address-family=keep',
    ...(loopbackPeers ? ['allow-loopback-peers'] : []),
    'no-multicast-peers',
    'no-tcp-relay',
    'no-tls',
    'no-dtls',
    'no-rfc5780',
    'no-cli',
    'no-software-attribute',
    'fingerprint',
    'use-auth-secret',
    `static-auth-secret=${secret}`,
    `realm=${realm}`,
    'log-file=stdout',
    `pidfile=${folder}/pid`,
    `userdb=${folder}/users`,
  ]
  return `${lines.join('\n')}\n`
}
