import type { Context } from 'hono'
import { BackendError } from '../problem/backend-error.ts'
import { provenance } from './origins.ts'

/**
 * Lets listed origins read answers, and turns pages of all others away before anything happens:
 * stricter than CORS itself, which hides the answer but lets the request take effect. Returns the
 * answer where there is nothing else to ask; throws BackendError `origin-not-allowed`.
 */
export function passage(c: Context, listed: ReadonlySet<string>): Response | undefined {
  const from = provenance(c.req.raw, listed)
  if (from.kind === 'foreign') {
    throw new BackendError('origin-not-allowed', 'Pages of this origin may not use this server.')
  }
  if (from.kind === 'listed') {
    c.header('Access-Control-Allow-Origin', from.origin)
    c.header('Access-Control-Allow-Credentials', 'true')
    c.header('Access-Control-Expose-Headers', 'Retry-After')
  }
  if (c.req.method !== 'OPTIONS' || !c.req.header('access-control-request-method')) return undefined
  c.header('Access-Control-Allow-Methods', 'POST')
  c.header('Access-Control-Allow-Headers', 'authorization, content-type')
  c.header('Access-Control-Max-Age', '600')
  return c.body(null, 204)
}
