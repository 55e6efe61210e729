import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import type { Controls } from '../control/controls.ts'
import type { Platform } from '../platform/platform.ts'
import { createConsole } from '../console/console.ts'
import { clientServices } from './client-services.ts'
import { emulatorApi } from './emulator-api/emulator-api.ts'
import { isLoopback } from '../network/loopback.ts'
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
    if (options.allowRemote || isLoopback(new URL(context.req.url).hostname)) return next()
    return refusal(403, { message: 'This emulator only answers to names of this machine' })
  })
  app.route('/', emulatorApi(options.controls))
  app.route(
    '/',
    createConsole({ controls: options.controls, linkToArchive: archiveLinks(platform) }),
  )

  app.use(cors({ origin: '*', allowHeaders: clientHeaders }))
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: () => refusal(413, { message: `A request has at most ${largestBody} bytes` }),
    }),
  )
  app.route('/', sessionCreate(platform, options))
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
