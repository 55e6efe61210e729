import { socketAddress } from './address.ts'
import type { AddressOf } from './address.ts'
import { isLocal, networkTest, parseAddress } from './network.ts'

export interface ForwardedAddressOptions {
  /**
   * The proxies of yours that stand in front: how many, from 1, or their addresses and networks, among them
   * `loopback` and `private`. Default 1.
   */
  readonly proxies?: number | readonly string[]
}

/**
 * The address that the outermost of your proxies saw, by `X-Forwarded-For` and, on Node, the socket. What
 * stands before it was written by the visitor and is not believed. Where the header has fewer addresses than
 * there are proxies, or none where one belongs, the nearest one that a proxy did write counts.
 * Throws TypeError for `proxies` that are none.
 */
export function forwardedAddress({ proxies = 1 }: ForwardedAddressOptions = {}): AddressOf {
  const isProxy = proxyTest(proxies)
  return (request, env) => {
    const socket = socketAddress(request, env)
    // From the nearest to the farthest: the socket, then what each proxy has seen.
    const hops = [socket === undefined ? undefined : parseAddress(socket), ...writtenBy(request)]
    let address: string | undefined
    for (const [index, hop] of hops.entries()) {
      if (hop === undefined && index > 0) break
      address = hop ?? address
      if (!isProxy(hop, index)) break
    }
    return address
  }
}

/**
 * The other end of the socket, unless that is a proxy which `onUnconfigured` should hear of: a local address
 * that brings forwarding headers. All of its visitors would be one, so none has an address.
 */
export function directAddress(onUnconfigured: () => void): AddressOf {
  return (request, env) => {
    const address = socketAddress(request, env)
    const isForwarded = forwardingHeaders.some((name) => request.headers.has(name))
    if (!isForwarded) return address
    onUnconfigured()
    return address !== undefined && isLocal(address) ? undefined : address
  }
}

const forwardingHeaders = ['x-forwarded-for', 'forwarded', 'x-real-ip']

function writtenBy(request: Request): readonly (string | undefined)[] {
  const header = request.headers.get('x-forwarded-for') ?? ''
  return header === '' ? [] : header.split(',').toReversed().map(parseAddress)
}

/** Whether a hop is one of our proxies; the socket is hop 0. */
function proxyTest(
  proxies: number | readonly string[],
): (hop: string | undefined, index: number) => boolean {
  if (typeof proxies === 'number') {
    if (!Number.isInteger(proxies) || proxies < 1) {
      throw new TypeError('proxies is how many proxies of yours stand in front, at least 1.')
    }
    return (_hop, index) => index < proxies
  }
  if (proxies.length === 0) throw new TypeError('proxies names at least one proxy.')
  const isOne = networkTest(proxies)
  // Where the runtime does not tell the socket, the nearest proxy is taken to be ours.
  return (hop) => hop === undefined || isOne(hop)
}
