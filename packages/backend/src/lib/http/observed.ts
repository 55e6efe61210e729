import type { MiddlewareHandler } from 'hono'
import type { Measure } from '../telemetry/log.ts'
import { serverTiming, stopwatch } from '../telemetry/stopwatch.ts'
import { traceOf, traceparentOf } from '../telemetry/trace.ts'
import type { Variables } from './variables.ts'

/** Gives every request a trace and a stopwatch, and tells afterwards how it went. */
export function observed(measure: Measure): MiddlewareHandler<{ Variables: Variables }> {
  return async function observed(c, next) {
    const started = performance.now()
    const watch = stopwatch()
    const trace = traceOf(c.req.header('traceparent'))
    c.set('trace', trace)
    c.set('stopwatch', watch)
    await next()
    c.header('Traceparent', traceparentOf(trace))
    if (watch.parts.size > 0) c.header('Server-Timing', serverTiming(watch))
    const { operation = 'none', code } = c.var
    measure({
      method: c.req.method,
      operation,
      status: c.res.status,
      ...(code !== undefined && { code }),
      ms: performance.now() - started,
      parts: Object.fromEntries(watch.parts),
    })
  }
}
