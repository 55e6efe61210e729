import { isIP } from 'node:net'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import type { Controls } from '../control/controls.ts'
import type { Platform } from '../platform/platform.ts'
import { createConsole } from '../console/console.ts'
import { clientServices } from './client-services.ts'
import { emulatorApi } from './emulator-api/emulator-api.ts'
import { isLoopback, namesLoopback } from '../network/loopback.ts'
import { mediaFiles } from './media-files.ts'
import { platformPath } from './platform-path.ts'
import { refusal } from '../rest/refusal.ts'
import { archiveLinks } from '../rest/archive-link.ts'
import { restApi } from '../rest/app.ts'
import { sessionCreate } from '../rest/session-create.ts'
import { sessionInfo } from './session-info.ts'
import type { SessionInfoOptions } from './session-info.ts'

export interface AppOptions extends SessionInfoOptions {
  readonly controls: Controls
  /** Whether requests may come from, and be addressed to, other machines. */
  readonly allowRemote: boolean
  /** Names beside those of this machine by which it may be called, in lower case. */
  readonly allowedHosts?: ReadonlySet<string>
}

const largestBody = 64 * 1024

const clientHeaders = [
  'accept',
  'authorization',
  'content-type',
  'x-opentok-auth',
  'x-tb-client-version',
  'x-tb-connectionid',
  'x-tb-token-auth',
  'x-tb-version',
]

/** Everything the emulator answers over HTTP. */
export function createApp(platform: Platform, options: AppOptions): Hono {
  const app = new Hono({ getPath: (request) => platformPath(new URL(request.url).pathname) })

  // A foreign name for this machine is a page of the web that rebound its DNS.
  app.use(async (context, next) => {
    const { hostname } = new URL(context.req.url)
    const isAllowed = isLoopback(hostname) || options.allowedHosts?.has(hostname.toLowerCase())
    if (options.allowRemote || isAllowed) return next()
    return refusal(403, {
      message: 'This emulator only answers to names of this machine',
      description: `Start it with --allow-host ${hostname} to answer to that name, too`,
    })
  })
  // What proves itself with an API secret or a private key comes from servers. The default secrets are known to everybody, so
  // any page of the web could use them.
  app.use(async (context, next) => {
    if (!isForServers(context.req.path) || !isForeign(context.req.raw, options)) return next()
    return refusal(403, {
      message: 'Pages of other origins may not use this API',
      description: 'Call it from your server; a page only needs a session id and a token',
    })
  })
  app.route('/', emulatorApi(options.controls))
  app.route(
    '/',
    createConsole({ controls: options.controls, linkToArchive: archiveLinks(platform) }),
  )

  const forClients = cors({ origin: '*', allowHeaders: clientHeaders })
  app.use(async (context, next) =>
    isForServers(context.req.path) ? next() : forClients(context, next),
  )
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: () => refusal(413, { message: `A request has at most ${largestBody} bytes` }),
    }),
  )
  app.route('/', sessionCreate(platform, options))
  app.all('/session/create', () => methodNotAllowed('POST'))
  app.route('/', sessionInfo(platform, options))
  app.route('/', clientServices())
  app.route('/', mediaFiles(platform))
  app.route('/', restApi(platform))

  app.notFound(() => refusal(404, { message: 'There is no such endpoint' }))
  app.onError((error) => {
    options.log(`a request failed: ${error.message}`)
    return refusal(500, { message: 'The emulator failed; its log says more' })
  })
  return app
}

/** What OpenTok.js never calls: the REST API of server SDKs, and the emulator's own. */
function isForServers(path: string): boolean {
  return path === '/session/create' || /^\/(?:v2|_emulator)\//.test(path)
}

/** Whether a page of the web asks: not a program, and not a page of this machine or of the emulator itself. */
function isForeign(request: Request, { allowedHosts }: Pick<AppOptions, 'allowedHosts'>): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) {
    // An image or a frame of a page has no origin, but browsers say where it is; following a link is nobody's page.
    const site = request.headers.get('sec-fetch-site') ?? 'none'
    const isLink = request.headers.get('sec-fetch-mode') === 'navigate'
    return site === 'cross-site' && !isLink
  }
  if (namesLoopback(origin)) return false
  const { origin: own, hostname } = new URL(request.url)
  // A name that anybody can point to this machine is no proof of being its own page; an address and an allowed name are.
  const isKnown = isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0 || allowedHosts?.has(hostname)
  return origin !== own || !isKnown
}

function methodNotAllowed(allowed: string): Response {
  const response = refusal(405, { message: `Use ${allowed} here` })
  response.headers.set('allow', allowed)
  return response
}
