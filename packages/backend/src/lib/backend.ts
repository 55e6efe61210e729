import { Hono } from 'hono'
import type { ErrorHandler } from 'hono'
import { backendSettings } from './backend-options.ts'
import type { BackendOptions } from './backend-options.ts'
import { cors } from './http/cors.ts'
import { healthRoutes } from './http/health-routes.ts'
import { joinRoute } from './join/join-route.ts'
import type { Log } from './log.ts'
import { BackendError } from './problem/backend-error.ts'
import { problemOf } from './problem/problem.ts'
import { visibleError } from './problem/visible-error.ts'

/**
 * Makes the Hono app that turns room names into sessions and visitors into credentials.
 * Throws TypeError, or VideoError for contradictory session options, when it could not work.
 */
export function createBackend(options: BackendOptions): Hono {
  const settings = backendSettings(options)
  const app = new Hono()
  app.onError(answerProblem(settings.log))
  app.notFound(() => {
    throw new BackendError('route-unknown', 'There is nothing at this address.')
  })
  app.use(async function neverStored(c, next) {
    c.header('Cache-Control', 'no-store')
    c.header('X-Content-Type-Options', 'nosniff')
    await next()
  })
  app.use(cors(settings.origins))
  app.route('/', healthRoutes(settings))
  app.route('/', joinRoute(settings))
  return app
}

function answerProblem(log: Log): ErrorHandler {
  return (error, c) => {
    const visible = visibleError(error)
    const { code, status, retryAfter, cause } = visible
    log({ event: 'refused', code, status, ...(cause !== undefined && { cause }) })
    if (retryAfter !== undefined) c.header('Retry-After', `${retryAfter}`)
    c.header('Content-Type', 'application/problem+json')
    return c.body(JSON.stringify(problemOf(visible)), status)
  }
}
