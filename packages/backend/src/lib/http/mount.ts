import type { Hono } from 'hono/tiny'
import type { Route } from '../api/route.ts'
import type { OpenDoor } from '../features/feature.ts'
import { BackendError } from '../problem/backend-error.ts'
import type { Log } from '../telemetry/log.ts'
import type { Door } from '../visit/door.ts'
import type { Variables } from './variables.ts'

/** A route and the feature it came with. */
export type MountedRoute = Route & { readonly feature?: string }

/** Puts up what is about no room. */
export function mountDoors(app: Hono<{ Variables: Variables }>, doors: readonly OpenDoor[]): void {
  for (const { method, path, handle } of doors) {
    app.on(method, path, async (c) => {
      c.set('operation', path.slice(1))
      const { text, headers = {} } = await handle(c.req.raw)
      return text === undefined ? c.body(null, 204) : c.body(text, { headers })
    })
  }
}

/** Puts routes behind the door; every other method of their paths is answered 405. */
export function mountRoutes(
  app: Hono<{ Variables: Variables }>,
  { routes, door, log }: { routes: readonly MountedRoute[]; door: Door; log: Log },
): void {
  const paths = new Map<string, string[]>()
  for (const { operation, handle, feature } of routes) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1')
    paths.set(path, [...(paths.get(path) ?? []), operation.method])
    app.on(operation.method, path, async (c) => {
      c.set('operation', operation.id)
      const stopwatch = c.get('stopwatch')
      const call = { request: c.req.raw, env: c.env, parameters: c.req.param(), stopwatch }
      const { visit, body } = await door(call, { operation, feature })
      const answer = await handle(visit, body)
      const { room, role } = visit
      const { traceId } = c.get('trace')
      if (operation.id === 'join') log({ event: 'joined', room, role, traceId })
      else if (operation.who === 'host')
        log({ event: 'acted', action: operation.id, room, traceId })
      return answer === undefined ? c.body(null, 204) : c.json(answer)
    })
  }
  for (const [path, methods] of paths) {
    app.all(path, (c) => {
      // A GET of Hono answers HEAD as well; every other method is not for here.
      c.header('Allow', methods.join(', '))
      throw new BackendError('method-not-allowed', `Use ${methods.join(' or ')} here.`)
    })
  }
}
