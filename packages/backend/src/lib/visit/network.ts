import ipaddr from 'ipaddr.js'

type Ip = ipaddr.IPv4 | ipaddr.IPv6

/** IPv4 addresses inside IPv6 ones, by the byte at which they begin: mapped (RFC 4291), translated (RFC 6052), 6to4 (RFC 3056). */
const ipv4Inside = new Map<string, number>([
  ['ipv4Mapped', 12],
  ['rfc6052', 12],
  ['6to4', 2],
])

/**
 * An IP address in its one spelling, without port, brackets, quotes and zone; an IPv4 address inside an
 * IPv6 one as IPv4. Undefined for anything else.
 */
export function parseAddress(text: string): string | undefined {
  return ipOf(text)?.toString()
}

/**
 * What one visitor has to themselves: an IPv4 address, or the /64 of an IPv6 address, in which a household or
 * a phone changes addresses as it likes. What is no address stays as it is.
 */
export function networkOf(address: string): string {
  const ip = ipOf(address)
  if (ip === undefined) return address
  if (ip.kind() === 'ipv4') return ip.toString()
  const prefix = ip.toByteArray().slice(0, 8)
  return `${ipaddr.fromByteArray([...prefix, 0, 0, 0, 0, 0, 0, 0, 0]).toString()}/64`
}

/** An address that the platform takes as a hint: IPv4, and on the public internet. */
export function hintOf(address: string | undefined): string | undefined {
  const ip = address === undefined ? undefined : ipOf(address)
  return ip?.kind() === 'ipv4' && ip.range() === 'unicast' ? ip.toString() : undefined
}

/** Whether an address is of a local network or of the machine itself: that of a proxy, as a rule. */
export function isLocal(address: string): boolean {
  const range = ipOf(address)?.range()
  return range !== undefined && ['loopback', 'private', 'uniqueLocal', 'linkLocal'].includes(range)
}

/** Makes the test whether an address is of one of some networks; throws TypeError for what is no network. */
export function networkTest(networks: readonly string[]): (address: string) => boolean {
  const ranges = networks.flatMap((network) => named[network] ?? [network]).map(rangeOf)
  return (address) => {
    const ip = ipOf(address)
    return ranges.some(([base, bits]) => ip?.kind() === base.kind() && ip?.match(base, bits))
  }
}

const named: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
}

function rangeOf(network: string): [Ip, number] {
  const ip = ipOf(network)
  if (ip !== undefined) return [ip, ip.kind() === 'ipv4' ? 32 : 128]
  // A network of all addresses would believe whatever a visitor writes.
  if (ipaddr.IPv4.isValidCIDRFourPartDecimal(network) || ipaddr.IPv6.isValidCIDR(network)) {
    const range = ipaddr.parseCIDR(network)
    if (range[1] > 0) return range
  }
  const names = Object.keys(named).join(', ')
  throw new TypeError(
    `A proxy is an address, a network such as 10.0.0.0/8, or one of ${names}, not ${JSON.stringify(network)}.`,
  )
}

function ipOf(text: string): Ip | undefined {
  const address = bare(text)
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address)
  if (!address.includes(':') || !ipaddr.IPv6.isValid(address)) return undefined
  const ip = ipaddr.IPv6.parse(address)
  const at = ipv4Inside.get(ip.range())
  return at === undefined ? ip : ipaddr.fromByteArray(ip.toByteArray().slice(at, at + 4))
}

/** Without what proxies write around an address: quotes, brackets, a port, a zone. */
function bare(text: string): string {
  const unquoted = text.trim().replace(/^"(.*)"$/, '$1')
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(unquoted)?.[1]
  const withPort = /^([^:]*):\d{1,5}$/.exec(unquoted)?.[1]
  return (bracketed ?? withPort ?? unquoted).replace(/%[\w.-]{1,32}$/, '')
}
