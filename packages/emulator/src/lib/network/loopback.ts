import { BlockList, isIP } from 'node:net'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether a host name or address can only mean this machine. Brackets around IPv6 are fine. */
export function isLoopback(hostname: string): boolean {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase()
  if (bare === 'localhost' || bare.endsWith('.localhost')) return true
  const family = isIP(bare)
  return family !== 0 && loopback.check(bare, family === 6 ? 'ipv6' : 'ipv4')
}

/** Whether the host of a `Host` header or the origin of an `Origin` header is this machine. */
export function namesLoopback(header: string): boolean {
  const url = URL.parse(header.includes('://') ? header : `http://${header}`)
  return url !== null && isLoopback(url.hostname)
}
