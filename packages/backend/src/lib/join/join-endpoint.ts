import type { Endpoint } from '../api/operation.ts'

/** By itself, so that a backend that describes nothing does not carry the description. */
export const joinEndpoint = {
  id: 'join',
  method: 'POST',
  path: '/rooms/{room}/join',
  who: 'visitor',
} as const satisfies Endpoint
