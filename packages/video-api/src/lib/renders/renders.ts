import { answered, listed } from '../answers/answered.ts'
import type { Listed } from '../answers/answered.ts'
import { resolution } from '../composition/resolution.ts'
import type { Resolution } from '../composition/resolution.ts'
import { readOptions } from '../options/call-options.ts'
import type { CallOptions } from '../options/call-options.ts'
import { needed, secret, text, url, whole } from '../options/checks.ts'
import type { Checks } from '../options/checks.ts'
import { pageChecks, pageQuery } from '../options/page-options.ts'
import type { PageOptions } from '../options/page-options.ts'
import { listLimit } from '../platform/answer-text.ts'
import { pathPart } from '../platform/path.ts'
import type { CallProject } from '../platform/project-caller.ts'
import { render } from './render.ts'
import type { Render } from './render.ts'

export interface RenderSettings {
  /** Of the connection that publishes the page. */
  readonly token: string
  /** The page, 15 to 2048 characters. The platform has to reach it. */
  readonly url: string
  /** Seconds, 60 to 36000, default 7200 (2 hours). */
  readonly maxDuration?: number
  /** Default `1280x720`. */
  readonly resolution?: Resolution
  /** Of the stream, 1 to 200 characters. */
  readonly name?: string
  /** Where the platform tells what becomes of it. */
  readonly statusCallbackUrl?: string
}

export interface StartRenderOptions extends RenderSettings, CallOptions {}

/** Experience Composer: web pages rendered into streams. */
export interface Renders {
  start(sessionId: string, options: StartRenderOptions): Promise<Render>
  get(renderId: string, options?: CallOptions): Promise<Render>
  /** The newest first. */
  list(options?: PageOptions): Promise<Listed<Render>>
  stop(renderId: string, options?: CallOptions): Promise<void>
}

const checks: Checks<RenderSettings> = {
  token: needed(secret),
  url: needed(url('https', 'http')),
  maxDuration: whole({ min: 60, max: 36_000, unit: 'seconds' }),
  resolution,
  name: text(1, 200),
  statusCallbackUrl: url('https', 'http'),
}

export function renders(call: CallProject): Renders {
  const one = answered('a render', render)
  const some = listed('renders', render)
  const at = (renderId: string) => `/render/${pathPart('renderId', renderId)}`
  return Object.freeze({
    async start(sessionId, options) {
      const { signal, wanted } = readOptions(options, 'renders.start', checks)
      const { name, ...settings } = wanted
      const json = {
        sessionId: text(1, 255)('sessionId', sessionId),
        ...settings,
        ...(name !== undefined && { properties: { name } }),
      }
      const secrets = [settings.token]
      return one(await call({ method: 'POST', path: '/render', json, signal, secrets }))
    },

    async get(renderId, options) {
      const { signal } = readOptions(options, 'renders.get', {})
      return one(await call({ method: 'GET', path: at(renderId), signal }))
    },

    async list(options) {
      const { signal, wanted } = readOptions(options, 'renders.list', pageChecks)
      const page = { query: pageQuery(wanted), signal, answerLimit: listLimit }
      return some(await call({ method: 'GET', path: '/render', ...page }))
    },

    async stop(renderId, options) {
      const { signal } = readOptions(options, 'renders.stop', {})
      await call({ method: 'DELETE', path: at(renderId), signal })
    },
  } satisfies Renders)
}
