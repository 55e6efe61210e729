import { randomBytes } from 'node:crypto'
import type { IceServer } from '../ice/ice-server.ts'
import { dialable } from '../network/dialable.ts'
import { isLoopback } from '../network/loopback.ts'
import type { TurnAddresses } from './addresses.ts'
import { turnCredentials } from './credentials.ts'
import type { TurnVisitor } from './credentials.ts'
import { freePort } from './ports.ts'
import { isWorthRestarting } from './restarts.ts'
import { startOnSomePort } from './start-on-some-port.ts'
import type { TurnProcess } from './turn-process.ts'

export interface TurnServerOptions {
  /** The file of the program. */
  readonly program: string
  readonly addresses: TurnAddresses
  readonly log: (line: string) => void
  /** A port to try; any free one when absent. */
  readonly choosePort?: () => Promise<number>
}

/** A TURN server that is kept running. */
export interface TurnServer {
  /** How a client that calls this machine by that name gets relays; nothing while the server is not running. */
  iceServer(hostname: string, visitor: TurnVisitor): IceServer | undefined
  /** Ends it and frees what it used. */
  close(): Promise<void>
}

const mostLines = 100

/** Starts coturn and starts it again when it dies; what goes wrong is logged, each thing once. */
export async function startTurnServer(options: TurnServerOptions): Promise<TurnServer> {
  const { program, addresses } = options
  const { choosePort = () => freePort(addresses.listening[0] ?? '') } = options
  const secret = randomBytes(32).toString('hex')
  const say = once(options.log)
  const complain = (line: string) => say(`the TURN server says: ${line}`)
  const closing = new AbortController()
  const { signal } = closing
  const deaths: number[] = []
  let running: TurnProcess | undefined

  const start = async (preferredPort?: number) => {
    const how = { program, addresses, secret, complain, signal, choosePort, preferredPort }
    try {
      running = await startOnSomePort(how)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (!signal.aborted) say(`the TURN server does not start: ${reason}; going on without it`)
      return
    }
    const { ended, port } = running
    void ended.then(() => {
      running = undefined
      // Clients know the port.
      if (!signal.aborted && outlives(deaths, say)) {
        starting = start(port).then(() => running && say('the TURN server is back'))
      }
    })
  }

  let starting: Promise<unknown> = start()
  await starting
  return {
    iceServer: (hostname, visitor) => {
      if (running === undefined) return undefined
      const host = isLoopback(hostname) ? dialable(addresses.local) : hostname
      const url = `turn:${host}:${running.port}?transport=`
      return { urls: [`${url}udp`, `${url}tcp`], ...turnCredentials(secret, visitor) }
    },
    close: async () => {
      closing.abort(new Error('it is told to end'))
      await starting
      await running?.stop()
    },
  }
}

/** Writes a death down; whether it is worth going on. */
function outlives(deaths: number[], say: (line: string) => void): boolean {
  deaths.push(Date.now())
  const again = isWorthRestarting(deaths)
  say(`the TURN server died; ${again ? 'starting it again' : 'going on without it'}`)
  return again
}

function once(log: (line: string) => void): (line: string) => void {
  const said = new Set<string>()
  return (line) => {
    // Names of refused visitors are in such lines, and anybody can make up more of them.
    if (said.has(line) || said.size === mostLines) return
    said.add(line)
    log(line)
  }
}
