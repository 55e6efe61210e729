import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { startServer } from '@ot-room/node'
import { startDemo } from '@ot-room/demo/server'
import { createEmulator } from 'opentok-emulator'

type Environment = Readonly<Record<string, string | undefined>>

export type Addresses = {
  demo: string
  backend: string
  /** Null when the environment names an account of the real platform. */
  emulator: string | null
  apiKey: string
  apiSecret: string
  applicationId: string
  privateKey: string
}

export type Stack = {
  addresses: Addresses
  /** The demo for whoever is to be a host there; its key is a secret. */
  hostPage: string
  close(): Promise<void>
}

type Part = { close(): Promise<void> }

/**
 * Starts emulator, backend and demo on loopback, each told where the one before it is. With the keys of a real account in the
 * environment the backend uses that account and no emulator starts.
 */
export async function startStack(env: Environment): Promise<Stack> {
  const parts: Part[] = []
  const close = async (): Promise<void> => {
    await Promise.all(parts.splice(0).map((part) => part.close()))
  }
  try {
    await refuseBusyPorts(env)
    const platform = hasAccount(env) ? noEmulator : await emulated(env, parts)
    // Each needs the other's address: the backend lists the page's origin, the page names the backend when it is loaded.
    let endpoint = ''
    const hostKey = env['OT_HOST_KEY'] ?? randomBytes(32).toString('hex')
    const demo = await onPort(env, ports.demo, (port) =>
      startDemo({ port, endpoint: () => endpoint, pages: env['OT_DEMO_PAGES'] }),
    )
    parts.push(demo)
    const backend = await onPort(env, ports.backend, (port) =>
      startServer({
        ...forServer(env),
        ...platform.backendEnv,
        HOST: '127.0.0.1',
        PORT: String(port),
        OT_ORIGINS: [originsOf(demo.url), env['OT_ORIGINS'] ?? ''].join(','),
        OT_PUBLIC_ROOMS: '1',
        OT_FEATURES: env['OT_FEATURES'] ?? featuresFor(env['OT_MEDIA_MODE']),
        OT_SECRET: env['OT_SECRET'] ?? randomBytes(32).toString('hex'),
        OT_HOST_KEY: hostKey,
        // All of it is on this machine, so one address is everybody.
        OT_RATE_LIMITS: env['OT_RATE_LIMITS'] ?? 'off',
      }),
    )
    parts.push(backend)
    endpoint = backend.url
    return {
      addresses: { demo: demo.url, backend: backend.url, ...platform.addresses },
      hostPage: `${demo.url}/#host=${hostKey}`,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The environment without what only this program hears. */
function forServer(env: Environment): Environment {
  const own = ['OT_DEMO_PORT', 'OT_BACKEND_PORT', 'OT_EMULATOR_PORT', 'OT_DEMO_PAGES']
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.includes(name)))
}

/** Only routed sessions can be recorded and captioned. */
function featuresFor(mediaMode: string | undefined): string {
  return `backlog moderation meetings${mediaMode === 'routed' ? ' recording captions' : ''}`
}

type Platform = { backendEnv: Environment; addresses: Omit<Addresses, 'demo' | 'backend'> }

const noEmulator: Platform = {
  backendEnv: {},
  addresses: { emulator: null, apiKey: '', apiSecret: '', applicationId: '', privateKey: '' },
}

async function emulated(env: Environment, parts: Part[]): Promise<Platform> {
  const emulator = await onPort(env, ports.emulator, (port) => createEmulator({ port }))
  parts.push(emulator)
  const { url, apiKey, apiSecret, applicationId, privateKey } = emulator
  return {
    backendEnv: {
      OPENTOK_API_KEY: apiKey,
      OPENTOK_API_SECRET: apiSecret,
      OT_API_URL: url,
      OT_PROXY_URL: url,
    },
    addresses: { emulator: url, apiKey, apiSecret, applicationId, privateKey },
  }
}

function hasAccount(env: Environment): boolean {
  return Boolean(env['OPENTOK_API_KEY'] ?? env['VONAGE_APPLICATION_ID'])
}

type PortSetting = { variable: string; usual: number }

const ports = {
  demo: { variable: 'OT_DEMO_PORT', usual: 5173 },
  backend: { variable: 'OT_BACKEND_PORT', usual: 8787 },
  emulator: { variable: 'OT_EMULATOR_PORT', usual: 4848 },
} as const satisfies Record<string, PortSetting>

/** Tells of all ports that are in use at once, before anything has started. */
async function refuseBusyPorts(env: Environment): Promise<void> {
  const { emulator, ...others } = ports
  const needed = Object.values(hasAccount(env) ? others : { ...others, emulator })
  const states = await Promise.all(
    needed.map(async (setting) => ({ setting, isBusy: await isBusy(portOf(env, setting)) })),
  )
  const busy = states.filter(({ isBusy }) => isBusy).map(({ setting }) => setting)
  if (busy.length < 2) return
  const numbers = busy.map((setting) => portOf(env, setting)).join(', ')
  const variables = busy.map(({ variable }) => variable).join(', ')
  throw new Error(
    `Ports ${numbers} are in use: set ${variables} to others, or to 0 for any free ones.`,
  )
}

/** Whether something listens there; another process may still take it a moment later. */
function isBusy(port: number): Promise<boolean> {
  if (port === 0) return Promise.resolve(false)
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(true))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)))
  })
}

async function onPort<Started>(
  env: Environment,
  setting: PortSetting,
  start: (port: number) => Promise<Started>,
): Promise<Started> {
  const port = portOf(env, setting)
  try {
    return await start(port)
  } catch (cause) {
    if (!(cause instanceof Error && /in use/i.test(cause.message))) throw cause
    const advice = `set ${setting.variable} to another one, or to 0 for any free one`
    throw new Error(`Port ${port} is in use: ${advice}.`, { cause })
  }
}

function portOf(env: Environment, { variable, usual }: PortSetting): number {
  const given = env[variable]
  if (given === undefined || given === '') return usual
  const port = Number(given)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new Error(`${variable} is "${given}"; give a port from 0 (any free one) to 65535.`)
}

/** People type `localhost` as well as the address that is printed; both are this machine. */
function originsOf(url: string): string {
  const { origin, port } = new URL(url)
  return [origin, `http://localhost:${port}`].join(',')
}
