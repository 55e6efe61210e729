import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { EmulatorError } from './error.ts'
import { createApp } from './http/app.ts'
import { listen } from './http/listen.ts'
import { isLoopback } from './http/loopback.ts'
import { startStunServer } from './ice/stun-server.ts'
import { createIdentity } from './identity.ts'
import type { Identity } from './identity.ts'
import type { EmulatorOptions } from './options.ts'
import { createPlatform } from './platform/platform.ts'
import { plant } from './seed/plant.ts'
import { readSeed } from './seed/read-seed.ts'
import { createGateway } from './socket/gateway.ts'

/** A local Video platform that is running. */
export interface Emulator extends Omit<Identity, 'accounts'> {
  /** Where official SDKs and OpenTok.js find it: `http://127.0.0.1:4848`, without a slash at the end. */
  readonly url: string
  /** Ends every client and forgets every session but the seeded ones. */
  reset(): Promise<void>
  /** Breaks every client's socket as a network fault would; clients come back by themselves. */
  dropSockets(): void
  /** Ends every client and frees the ports; a second call does nothing more. */
  close(): Promise<void>
}

/**
 * Starts an emulator, for development and tests.
 *
 * @throws {EmulatorError} when an option is not usable, or the port is not free
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { host = '127.0.0.1', port = 0, gracePeriodMs = 20_000, allowRemote = false } = options
  const { log = () => undefined } = options
  if (!allowRemote && !isLoopback(host)) {
    const message = `${host} is not a loopback address; allow remote machines to listen on it`
    throw new EmulatorError('remote-host', message)
  }
  const seed = readSeed(options.seed ?? {})
  const { accounts, ...identity } = await createIdentity(options)
  const platform = createPlatform(accounts)
  const now = Date.now
  const plantSeed = () => plant(platform, seed, { defaultKey: identity.apiKey, now: now() })
  plantSeed()

  const gateway = createGateway(platform, { gracePeriodMs, allowRemote, now, log })
  const reset = async () => {
    gateway.end()
    platform.clear()
    platform.accounts.reset()
    plantSeed()
  }

  const stun = await startStunServer(host)
  // The STUN server has one address, and `localhost` may be another one.
  const iceServers = (hostname: string) => [
    { urls: [`stun:${isLoopback(hostname) ? dialable(host) : hostname}:${stun.port}`] },
  ]
  const dropSockets = () => gateway.drop()
  const controls = { reset, dropSockets }
  const app = createApp(platform, { controls, iceServers, allowRemote, log })
  const server = createServer(getRequestListener(app.fetch))
  server.on('upgrade', (...upgrade) => gateway.upgrade(...upgrade))

  let closed: Promise<void> | undefined
  const close = async () => {
    gateway.end()
    stun.close()
    const ended = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    await ended
  }

  try {
    const boundPort = await listen(server, { host, port })
    return {
      ...identity,
      url: `http://${dialable(host)}:${boundPort}`,
      reset,
      dropSockets,
      close: () => (closed ??= close()),
    }
  } catch (error) {
    stun.close()
    throw error
  }
}

/** How a URL names what listens on that address. */
function dialable(host: string): string {
  const address = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  return address.includes(':') ? `[${address}]` : address
}
