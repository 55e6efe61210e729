import { Hono } from 'hono/tiny'
import type { Context } from 'hono'
import { assemble } from './assembly.ts'
import type { BackendOptions } from './backend-options.ts'
import { backendSettings } from './backend-settings.ts'
import { edge } from './http/edge.ts'
import { healthDoors } from './http/health-doors.ts'
import { mountDoors, mountRoutes } from './http/mount.ts'
import type { Variables } from './http/variables.ts'
import { BackendError } from './problem/backend-error.ts'
import { problemOf } from './problem/problem.ts'
import { visibleError } from './problem/visible-error.ts'
import type { Log } from './telemetry/log.ts'
import { createDoor } from './visit/door.ts'

/** The Hono app that a backend is: `fetch(request, env)` serves it on every runtime. */
export type Backend = Hono<{ Variables: Variables }>

/**
 * Makes the Hono app that turns room names into sessions and visitors into credentials.
 * Throws TypeError, or VideoError for contradictory session options, when it could not work.
 */
export function createBackend(options: BackendOptions): Backend {
  const settings = backendSettings(options)
  const { features, routes } = assemble(settings)
  const { log, origins, measure } = settings
  const refuse = refusing(log)

  const app: Backend = new Hono()
  app.onError(refuse)
  app.notFound((c) =>
    refuse(new BackendError('route-unknown', 'There is nothing at this address.'), c),
  )
  app.use(edge({ origins, measure, refuse }))
  mountDoors(app, [...healthDoors(settings), ...features.flatMap(({ doors = [] }) => doors)])
  mountRoutes(app, { routes, door: createDoor(settings, features), log })
  return app
}

function refusing(log: Log): (error: unknown, c: Context<{ Variables: Variables }>) => Response {
  return (error, c) => {
    const visible = visibleError(error)
    const { code, status, retryAfter, cause } = visible
    const { traceId } = c.get('trace')
    c.set('code', code)
    log({ event: 'refused', code, status, ...(cause !== undefined && { cause }), traceId })
    if (retryAfter !== undefined) c.header('Retry-After', `${retryAfter}`)
    c.header('Content-Type', 'application/problem+json')
    return c.body(JSON.stringify(problemOf(visible)), status)
  }
}
