import { storeLimiter } from '../features/limits/limiter.ts'
import type { ContractCase, CreateStore } from './contract-case.ts'
import { expectEqual, until } from './expectations.ts'

/** What a store promises to limits: they are exact, whoever asks at once, and over in time. */
export function limitsContract(createStore: CreateStore): readonly ContractCase[] {
  return [
    {
      title: 'of ten times as many at once exactly as many as allowed come through (CON-10)',
      async run() {
        const limiter = storeLimiter(await createStore())
        const rate = { count: 10, seconds: 3600 }
        const waits = await Promise.all(Array.from({ length: 100 }, () => limiter('a', rate)))
        expectEqual(waits.filter((wait) => wait === 0).length, 10)
        expectEqual(
          waits.every((wait) => wait <= 360),
          true,
        )
        expectEqual(await limiter('b', rate), 0)
      },
    },
    {
      title: 'what was used up comes back in time',
      async run() {
        const limiter = storeLimiter(await createStore())
        const rate = { count: 1, seconds: 0.1 }
        expectEqual(await limiter('a', rate), 0)
        await until(async () => (await limiter('a', rate)) === 0)
      },
    },
  ]
}
