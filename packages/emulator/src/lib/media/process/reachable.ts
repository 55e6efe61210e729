import { networkInterfaces } from 'node:os'

/** Where media is listened for, and the addresses browsers are told. */
export interface Reachable {
  readonly address: string
  readonly advertised: readonly string[]
}

/** How media is reached on a machine that listens on that host: beside the name, browsers need addresses. */
export function reachableAt(host: string): Reachable {
  if (host === 'localhost') return { address: '127.0.0.1', advertised: ['127.0.0.1'] }
  if (host !== '0.0.0.0' && host !== '::') return { address: host, advertised: [host] }
  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
  // Firefox does not check loopback by itself, and a machine without a network has nothing else.
  return { address: '0.0.0.0', advertised: [...own, '127.0.0.1'] }
}
