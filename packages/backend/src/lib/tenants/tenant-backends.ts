import { createBackend } from '../backend.ts'
import type { Backend } from '../backend.ts'
import type { BackendOptions } from '../backend-options.ts'
import { BackendError } from '../problem/backend-error.ts'
import { problemOf } from '../problem/problem.ts'
import { visibleError } from '../problem/visible-error.ts'
import { scopedStore } from '../store/scoped-store.ts'
import type { Store } from '../store/store.ts'

const lastsMs = 60_000

export interface TenantBackendsOptions {
  /** Whose site a request is for: by host name, path or key; undefined for nobody's. */
  readonly tenantOf: (
    request: Request,
    env: unknown,
  ) => string | undefined | Promise<string | undefined>
  /** The backend of a tenant, with a part of the store that is theirs alone; undefined if there is no such tenant. */
  readonly backendOf: (
    tenant: string,
    store: Store,
  ) => BackendOptions | undefined | Promise<BackendOptions | undefined>
  /** Where all of them are remembered. */
  readonly store: Store
  /** How many backends are kept at hand, default 1000; each is made anew after a minute, so that changed keys are taken up. */
  readonly maxTenants?: number
}

/** What serves many tenants: a `fetch` like that of a backend. */
export interface TenantBackends {
  fetch(request: Request, env?: unknown): Promise<Response>
}

/** One server for many tenants, each with its own account, rules, limits and part of the store. */
export function tenantBackends(options: TenantBackendsOptions): TenantBackends {
  const { tenantOf, backendOf, store, maxTenants = 1000 } = options
  const known = new Map<string, { readonly backend: Promise<Backend>; readonly until: number }>()

  function backendFor(tenant: string): Promise<Backend> {
    const found = known.get(tenant)
    if (found !== undefined && found.until > performance.now()) return found.backend
    const backend = make(tenant)
    known.delete(tenant)
    known.set(tenant, { backend, until: performance.now() + lastsMs })
    backend.catch(() => known.delete(tenant))
    const [oldest = tenant] = known.keys()
    if (known.size > maxTenants) known.delete(oldest)
    return backend
  }

  async function make(tenant: string): Promise<Backend> {
    const own = scopedStore(store, tenant)
    const made = await backendOf(tenant, own)
    if (made === undefined) throw unknown()
    return createBackend({ ...made, store: own })
  }

  return {
    async fetch(request, env) {
      try {
        const tenant = await tenantOf(request, env)
        if (tenant === undefined) throw unknown()
        const backend = await backendFor(tenant)
        return await backend.fetch(request, env ?? {})
      } catch (error) {
        const visible = visibleError(error)
        const headers = {
          'Content-Type': 'application/problem+json',
          'Cache-Control': 'no-store',
          'X-Content-Type-Options': 'nosniff',
        }
        return Response.json(problemOf(visible), { status: visible.status, headers })
      }
    },
  }
}

function unknown(): BackendError {
  return new BackendError('route-unknown', 'There is nothing at this address.')
}
