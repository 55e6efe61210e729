import { lookup } from 'node:dns/promises'
import { networkInterfaces } from 'node:os'
import { EmulatorError } from '../error.ts'
import { dialable } from '../network/dialable.ts'
import { isLoopback } from '../network/loopback.ts'
import type { EmulatorOptions } from '../options.ts'
import { turnAddresses } from '../turn/addresses.ts'
import type { TurnVisitor } from '../turn/credentials.ts'
import { findProgram } from '../turn/find-program.ts'
import { startTurnServer } from '../turn/turn-server.ts'
import type { TurnServer } from '../turn/turn-server.ts'
import type { IceServer } from './ice-server.ts'
import { readIceServers } from './read-ice-servers.ts'
import { startStunServer } from './stun-server.ts'

/** What helps clients find a way to each other. */
export interface Ice {
  /** The servers for a client that calls this machine by that name. */
  servers(hostname: string, visitor: TurnVisitor): readonly IceServer[]
  close(): Promise<void>
}

export interface IceOptions extends Pick<EmulatorOptions, 'iceServers' | 'turn' | 'turnProgram'> {
  readonly host: string
  readonly log: (line: string) => void
}

/**
 * Starts a STUN server, and a TURN server where there is a program for it; nothing when ICE servers are given.
 *
 * @throws {EmulatorError} `bad-option` or `listen-failed`
 */
export async function startIce(options: IceOptions): Promise<Ice> {
  if (options.iceServers !== undefined) {
    const given = readIceServers(options.iceServers)
    return { servers: () => given, close: async () => undefined }
  }
  const { host } = options
  const stun = await startStunServer(host)
  const turn = await startTurn(options).catch((error: unknown) => {
    stun.close()
    throw error
  })
  return {
    servers: (hostname, visitor) => {
      // The STUN server has one address, and `localhost` may be another one.
      const name = isLoopback(hostname) ? dialable(host) : hostname
      const relay = turn?.iceServer(hostname, visitor)
      return [{ urls: [`stun:${name}:${stun.port}`] }, ...(relay ? [relay] : [])]
    },
    close: async () => {
      stun.close()
      await turn?.close()
    },
  }
}

async function startTurn(options: IceOptions): Promise<TurnServer | undefined> {
  const { host, turn = 'auto', turnProgram, log } = options
  if (turn === 'off') return undefined
  const name = turnProgram ?? 'turnserver'
  const program = await findProgram(name, process.env['PATH'] ?? '')
  if (program !== undefined) {
    const { address } = await lookup(host)
    return startTurnServer({ program, addresses: turnAddresses(address, machineAddresses()), log })
  }
  if (turnProgram !== undefined) {
    throw new EmulatorError('bad-option', `The TURN program ${name} is not there`)
  }
  log(
    'there is no TURN server: turnserver (coturn) is not on the PATH; browsers that cannot reach each other have no media',
  )
  return undefined
}

function machineAddresses(): readonly string[] {
  const interfaces = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return interfaces.map(({ address }) => address)
}
