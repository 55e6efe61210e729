import type { MiddlewareHandler } from 'hono'
import { BackendError } from '../problem/backend-error.ts'
import { provenance } from './origins.ts'

/**
 * Lets listed origins read answers, and turns pages of all others away before anything happens.
 * Stricter than CORS itself, which hides the answer but lets the request take effect.
 */
export function cors(listed: ReadonlySet<string>): MiddlewareHandler {
  return async function cors(c, next) {
    c.header('Vary', 'Origin')
    const from = provenance(c.req.raw, listed)
    if (from.kind === 'foreign') {
      throw new BackendError('origin-not-allowed', 'Pages of this origin may not use this server.')
    }
    if (from.kind === 'listed') {
      c.header('Access-Control-Allow-Origin', from.origin)
      c.header('Access-Control-Allow-Credentials', 'true')
      c.header('Access-Control-Expose-Headers', 'Retry-After')
    }
    const asked = c.req.header('access-control-request-method')
    if (c.req.method !== 'OPTIONS' || asked === undefined) return next()
    c.header('Access-Control-Allow-Methods', 'POST')
    c.header('Access-Control-Allow-Headers', 'authorization, content-type')
    c.header('Access-Control-Max-Age', '600')
    return c.body(null, 204)
  }
}
