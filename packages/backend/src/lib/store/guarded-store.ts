import { within } from '../deadline.ts'
import { BackendError } from '../problem/backend-error.ts'
import type { Store } from './store.ts'

const patienceMs = 5000

/**
 * A store whose failures and silences of more than 5 seconds are BackendError `store-unavailable`.
 * A swap that fails may have happened; leases then run out by themselves.
 */
export function guardedStore(store: Store): Store {
  return {
    scope: store.scope,
    read: (key) => guard(async () => store.read(key)),
    swap: (key, swap) => guard(async () => store.swap(key, swap)),
  }
}

async function guard<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await within(patienceMs, ask)
  } catch (cause) {
    throw new BackendError('store-unavailable', 'The server cannot reach its store. Try again.', {
      retryAfter: 1,
      cause,
    })
  }
}
