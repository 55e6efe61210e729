import { createBackend } from '../backend.ts'
import type { BackendOptions } from '../backend-options.ts'
import { fakePlatform } from './fake-platform.ts'
import { visitorIds } from '../visitors/visitor-ids.ts'

export const secret = 'a secret of the site, 32 characters at least'

/** Asks a backend as somebody; the answer's JSON with its status. */
export type Ask = (path: string, given?: Given) => Promise<Answer>

export interface Given {
  readonly as?: string
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

/** A backend in which a header says who somebody is, and whoever is called a host is one. */
export function hostBackend(options: Partial<BackendOptions>): Ask {
  const app = createBackend({
    video: fakePlatform().video,
    visitors: visitorIds(secret),
    authorize(request: Request) {
      const id = request.headers.get('x-test') ?? 'somebody'
      return { allow: true, id, role: id.includes('host') ? 'moderator' : 'publisher' }
    },
    ...options,
  } as BackendOptions)
  return async (path, { as = 'guest', body = {}, method = 'POST', signal } = {}) => {
    const response = await app.request(path, {
      method,
      ...(signal && { signal }),
      headers: { 'Content-Type': 'application/json', 'x-test': as },
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const json = text === '' ? {} : JSON.parse(text)
    return { ...json, status: response.status, retryAfter: response.headers.get('retry-after') }
  }
}
