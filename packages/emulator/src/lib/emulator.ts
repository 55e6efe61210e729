import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createBooth } from './booth/create-booth.ts'
import { createCourier } from './callbacks/courier.ts'
import { createCallbackRegistry } from './callbacks/registry.ts'
import { systemClock } from './clock.ts'
import type { Controls } from './control/controls.ts'
import { createControls } from './control/create-controls.ts'
import { createMessageLog } from './control/message-log.ts'
import { EmulatorError } from './error.ts'
import { createApp } from './http/app.ts'
import { createChildRouter } from './media/process/child-router.ts'
import { reachableAt } from './media/process/reachable.ts'
import { dialable } from './network/dialable.ts'
import { listen } from './network/listen.ts'
import { isLoopback } from './network/loopback.ts'
import { startIce } from './ice/ice.ts'
import { createStudio } from './filming/create-studio.ts'
import { createIdentity, warnOfRealSecrets } from './identity.ts'
import type { Identity } from './identity.ts'
import type { EmulatorOptions } from './options.ts'
import { createPlatform } from './platform/platform.ts'
import { linkCallback } from './rest/archive-link.ts'
import { plant } from './seed/plant.ts'
import { readSeed } from './seed/read-seed.ts'
import { createGateway } from './socket/gateway.ts'

const defaultSignatureSecret = 'c0ffee00'.repeat(8)

/** A local Video platform that is running. */
export interface Emulator extends Omit<Identity, 'accounts'>, Controls {
  /** Where official SDKs and OpenTok.js find it: `http://127.0.0.1:4848`, without a slash at the end. */
  readonly url: string
  /** What callbacks are signed with. */
  readonly signatureSecret: string
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
  const allowedHosts = new Set(options.allowedHosts?.map((name) => name.toLowerCase()))
  const seed = readSeed(options.seed ?? {})
  warnOfRealSecrets(options, options.warn ?? log)
  const { accounts, ...identity } = await createIdentity(options)
  const { signatureSecret = defaultSignatureSecret } = options
  const registry = createCallbackRegistry([])
  const courier = createCourier({ registry, clock: systemClock, signatureSecret, log })
  const messages = createMessageLog()
  const { now } = systemClock
  let origin = ''
  const { mediaRouter = 'on', mediaPort = 0, ffmpeg = 'ffmpeg', archiveFolder } = options
  const platform = createPlatform(accounts, {
    ...(mediaRouter === 'on' && {
      routeMedia: (listener) =>
        createChildRouter({ ...listener, ...reachableAt(host), port: mediaPort, log }),
      booth: (lot) =>
        createBooth({ lot, log, ...(options.recognise && { recognise: options.recognise }) }),
      film: (lot) =>
        createStudio({
          lot,
          clock: systemClock,
          ffmpeg,
          log,
          ...(archiveFolder && { folder: archiveFolder }),
        }),
    }),
    callbacks: registry,
    ...(options.limits && { limits: options.limits }),
    observe: messages.add,
    notify: (session, callback) => {
      courier.notify(session, linkCallback(session, callback, { origin, now: now() }))
    },
  })
  plant(platform, seed, identity.apiKey)

  const gateway = createGateway(platform, { gracePeriodMs, allowRemote, allowedHosts, now, log })
  const ice = await startIce({ ...options, host, log })
  const controls = createControls({
    platform,
    messages,
    courier,
    gateway,
    seed,
    defaultKey: identity.apiKey,
  })
  const app = createApp(platform, {
    controls,
    iceServers: ice.servers,
    allowRemote,
    allowedHosts,
    log,
  })
  const server = createServer(getRequestListener(app.fetch))
  server.on('upgrade', (...upgrade) => gateway.upgrade(...upgrade))

  let closed: Promise<void> | undefined
  const close = async () => {
    gateway.end()
    courier.reset()
    platform.reset()
    await Promise.all([platform.close(), ice.close()])
    const ended = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    await ended
  }

  try {
    const boundPort = await listen(server, { host, port })
    origin = `http://${dialable(host)}:${boundPort}`
    return {
      ...identity,
      ...controls,
      signatureSecret,
      url: origin,
      close: () => (closed ??= close()),
    }
  } catch (error) {
    await ice.close()
    throw error
  }
}
