import { isLoopback } from '../network/loopback.ts'

/** Where a TURN server listens, and how it is called. */
export interface TurnAddresses {
  /** Every address to listen on; relays are opened on the one a client came to. */
  readonly listening: readonly string[]
  /** The address for clients that call this machine by a name of its own, like `localhost`. */
  readonly local: string
  /** Whether relays may reach what listens on loopback addresses. */
  readonly loopbackPeers: boolean
}

/**
 * Where a TURN server listens for an emulator that listens on that address, `0.0.0.0` and `::` being all that this
 * machine has.
 *
 * Loopback peers are for emulators that only this machine can reach: otherwise others could reach through a relay what
 * this machine keeps to itself. Local clients then use an address that is not loopback as well.
 */
export function turnAddresses(host: string, machine: readonly string[]): TurnAddresses {
  const listening = listeningAddresses(host, machine)
  const outside = listening.filter((address) => !isLoopback(address))
  const [local = host] = outside.length > 0 ? outside : listening
  return { listening, local, loopbackPeers: outside.length === 0 }
}

function listeningAddresses(host: string, machine: readonly string[]): readonly string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host]
  // Addresses of one link only mean nothing without that link.
  const usable = machine.filter((address) => !/^fe80:/i.test(address))
  const isV4 = (address: string) => !address.includes(':')
  const v4 = usable.filter(isV4)
  return host === '0.0.0.0' ? v4 : [...v4, ...usable.filter((address) => !isV4(address))]
}
