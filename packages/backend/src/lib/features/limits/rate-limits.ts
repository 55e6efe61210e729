import { BackendError } from '../../problem/backend-error.ts'
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
  /** Requests about one room, default 600 in 60 seconds. */
  readonly perRoom?: Rate
}

/** Turns away who asks too often. Addresses count only where the backend has the `address` option. */
export function rateLimits(options: RateLimitOptions = {}): FeatureFor {
  const {
    perAddress = { count: 60, seconds: 60 },
    perVisitor = { count: 30, seconds: 60 },
    perRoom = { count: 600, seconds: 60 },
  } = options
  for (const rate of [perAddress, perVisitor, perRoom]) checkRate(rate)

  return ({ store }) => {
    const limiter = options.limiter ?? storeLimiter(store)
    async function count(key: string, rate: Rate): Promise<void> {
      const wait = await limiter(key, rate)
      if (wait === 0) return
      throw new BackendError('too-many-requests', 'Too many requests. Try again later.', {
        retryAfter: wait,
      })
    }
    return {
      name: 'rate-limits',
      async onArrival({ address, room }) {
        if (address !== undefined) await count(`address/${network(address)}`, perAddress)
        await count(`room/${room}`, perRoom)
      },
      async onVisit({ visitor }) {
        if (visitor !== undefined) await count(`visitor/${visitor}`, perVisitor)
      },
    }
  }
}

function checkRate({ count, seconds }: Rate): void {
  if (Number.isInteger(count) && count > 0 && seconds > 0) return
  throw new TypeError('A rate is a whole count and the seconds in which it is allowed.')
}

/** A household or a phone has a whole network of IPv6 to itself. */
function network(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail ? tail.split(':') : []
  const zeros = Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0')
  return [...first, ...(tail === undefined ? [] : zeros), ...last].slice(0, 4).join(':')
}
