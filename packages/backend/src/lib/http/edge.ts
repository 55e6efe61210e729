import type { Context, MiddlewareHandler } from 'hono'
import type { Measure } from '../telemetry/log.ts'
import { serverTiming, stopwatch } from '../telemetry/stopwatch.ts'
import { traceOf, traceparentOf } from '../telemetry/trace.ts'
import { passage } from './passage.ts'
import type { Variables } from './variables.ts'

type Inside = Context<{ Variables: Variables }>

/** What stands around every request. */
export interface EdgeOptions {
  /** Origins whose pages may ask. */
  readonly origins: ReadonlySet<string>
  readonly measure: Measure | undefined
  /** Makes the answer to a request that is turned away. */
  readonly refuse: (error: unknown, c: Inside) => Response
}

/**
 * Gives every request a trace and a stopwatch, turns foreign pages away, sees to it that nothing
 * stores an answer, and tells afterwards how it went. One layer, since each costs a join some microseconds.
 */
export function edge(options: EdgeOptions): MiddlewareHandler<{ Variables: Variables }> {
  const { origins, measure, refuse } = options
  return async function edge(c, next) {
    const watch = stopwatch()
    const trace = traceOf(c.req.header('traceparent'))
    c.set('trace', trace)
    c.set('stopwatch', watch)
    let answer: Response | undefined
    try {
      answer = passage(c, origins)
    } catch (error) {
      answer = refuse(error, c)
    }
    if (answer === undefined) await next()
    else c.res = answer
    put(c, 'Cache-Control', 'no-store')
    put(c, 'X-Content-Type-Options', 'nosniff')
    put(c, 'Vary', 'Origin')
    put(c, 'Traceparent', traceparentOf(trace))
    const { ms, parts } = watch.stop()
    // Whoever is turned away does not learn how long the rule took to decide that.
    if (parts.length > 0 && c.res.ok) put(c, 'Server-Timing', serverTiming(parts))
    if (measure === undefined) return
    const { operation = 'none', code } = c.var
    measure({
      method: c.req.method,
      operation,
      status: c.res.status,
      ...(code !== undefined && { code }),
      ms,
      parts: Object.fromEntries(parts),
    })
  }
}

function put(c: Inside, name: string, value: string): void {
  try {
    c.res.headers.set(name, value)
  } catch {
    // An answer that somebody has fetched can only be copied, which takes longer than all the headers of a join.
    c.header(name, value)
  }
}
