import { createBackend } from '../backend.ts'
import type { BackendOptions } from '../backend-options.ts'
import { fakePlatform } from './fake-platform.ts'
import { visitorIds } from '../visitors/visitor-ids.ts'

export const secret = 'a secret of the site, 32 characters at least'

/** Asks a backend as somebody; the answer's JSON with its status. */
export type Ask = (path: string, given?: Given) => Promise<Answer>

export interface Given {
  /** Whom the site's rule sees; it has no id for a stranger, and takes every host for one. */
  readonly as?: string
  /** The address they come from. */
  readonly from?: string
  readonly body?: object
  readonly method?: string
  /** Aborts when they go away without waiting for the answer. */
  readonly signal?: AbortSignal
}

// What a test looks for in an answer is its own business.
export type Answer = { readonly status: number; readonly retryAfter: string | null } & Record<
  string,
  string
>

/** A backend in which a header says who somebody is: a host, a viewer, a stranger, or a member of that name. */
export function hostBackend(options: Partial<BackendOptions>): Ask {
  const app = createBackend({
    video: fakePlatform().video,
    visitors: visitorIds(secret),
    authorize(request: Request) {
      const name = request.headers.get('x-test') ?? 'somebody'
      const role = name.includes('host')
        ? 'moderator'
        : name.includes('viewer')
          ? 'subscriber'
          : 'publisher'
      return { allow: true, role, ...(!name.includes('stranger') && { id: name }) }
    },
    address: (request: Request) => request.headers.get('x-address') ?? undefined,
    ...options,
  } as BackendOptions)
  return async (path, { as = 'guest', from, body = {}, method = 'POST', signal } = {}) => {
    const response = await app.request(path, {
      method,
      ...(signal && { signal }),
      headers: {
        'Content-Type': 'application/json',
        'x-test': as,
        ...(from && { 'x-address': from }),
      },
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const json = text === '' ? {} : JSON.parse(text)
    return { ...json, status: response.status, retryAfter: response.headers.get('retry-after') }
  }
}
