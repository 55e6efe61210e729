import { noContent, ok, refusal } from './fake-call.ts'
import type { FakeEndpoint } from './fake-call.ts'

/** Registered callbacks; none is ever sent. */
export const callbackEndpoints: readonly FakeEndpoint[] = [
  {
    method: 'POST',
    path: '/callback',
    answer: ({ state, body, now }) => {
      const callback = { ...body, id: crypto.randomUUID(), createdAt: now }
      state.callbacks.set(callback.id, callback)
      return ok(callback)
    },
  },
  {
    method: 'GET',
    path: '/callback',
    answer: ({ state }) => ok([...state.callbacks.values()]),
  },
  {
    method: 'DELETE',
    path: '/callback/*',
    answer: ({ state, ids: [id = ''] }) =>
      state.callbacks.delete(id) ? noContent() : refusal(404, 'There is no such callback'),
  },
]
