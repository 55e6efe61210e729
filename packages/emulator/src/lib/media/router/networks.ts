import type { ClientNetwork } from '../command.ts'
import { createLink } from './link.ts'
import type { Link } from './link.ts'

/** How a client is connected: everything it sends and gets shares these two. */
export interface Network {
  readonly up: Link
  readonly down: Link
}

/** The networks of the clients of a session. */
export interface Networks {
  /** The network of a client, made as bad as is said. */
  of(network: ClientNetwork): Network
  close(): void
}

// Clients come and go; a plain network that is made anew is the same as the one before.
const most = 1000

export function createNetworks(): Networks {
  const networks = new Map<string, Network>()
  return {
    of: ({ connection, impairment }) => {
      const network = networks.get(connection) ?? { up: createLink(), down: createLink() }
      networks.set(connection, network)
      const [oldest] = networks.keys()
      if (networks.size > most && oldest !== undefined) networks.delete(oldest)
      network.up.impair(impairment.up)
      network.down.impair(impairment.down)
      return network
    },
    close: () => {
      for (const { up, down } of networks.values()) {
        up.close()
        down.close()
      }
      networks.clear()
    },
  }
}
