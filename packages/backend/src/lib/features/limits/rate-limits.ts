import { BackendError } from '../../problem/backend-error.ts'
import { networkOf } from '../../visit/network.ts'
import type { FeatureFor } from '../feature.ts'
import type { Limiter, Rate } from './limiter.ts'
import { storeLimiter } from './limiter.ts'

export interface RateLimitOptions {
  /** Who counts, default the store of the backend, exactly. */
  readonly limiter?: Limiter
  /** Requests from one address (of IPv6, one network of /64), before the site's rule is asked; default 60 in 60 seconds. */
  readonly perAddress?: Rate
  /** Requests of one visitor whom the site knows, default 30 in 60 seconds. */
  readonly perVisitor?: Rate
  /** Requests of strangers about one room, default 600 in 60 seconds; those whom the site knows, and hosts, are not counted. */
  readonly perRoom?: Rate
}

/**
 * Turns away who asks too often. Addresses count only where the backend has the `address` option. Whom the
 * rule does not let in costs a room nothing, so that strangers cannot use up what its members have.
 */
export function rateLimits(options: RateLimitOptions = {}): FeatureFor {
  const {
    perAddress = { count: 60, seconds: 60 },
    perVisitor = { count: 30, seconds: 60 },
    perRoom = { count: 600, seconds: 60 },
  } = options
  for (const rate of [perAddress, perVisitor, perRoom]) checkRate(rate)

  return ({ store, scope = '' }) => {
    // A store is its tenant's own already; a limiter of another kind may serve many.
    const limiter = options.limiter ?? storeLimiter(store)
    const prefix = options.limiter === undefined ? '' : scope
    async function count(key: string, rate: Rate): Promise<void> {
      const wait = await limiter(`${prefix}${key}`, rate)
      if (wait === 0) return
      throw new BackendError('too-many-requests', 'Too many requests. Try again later.', {
        retryAfter: wait,
      })
    }
    return {
      name: 'rate-limits',
      async onArrival({ address }) {
        if (address !== undefined) await count(`address/${networkOf(address)}`, perAddress)
      },
      async onVisit({ member, role, room }) {
        if (member !== undefined) await count(`visitor/${member}`, perVisitor)
        else if (role !== 'moderator') await count(`room/${room}`, perRoom)
      },
    }
  }
}

function checkRate({ count, seconds }: Rate): void {
  if (Number.isInteger(count) && count > 0 && seconds > 0) return
  throw new TypeError('A rate is a whole count and the seconds in which it is allowed.')
}
