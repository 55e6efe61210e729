import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { storeLimiter } from '../features/limits/limiter.ts'
import { cachedRooms } from '../rooms/cached-rooms.ts'
import { createRooms } from '../rooms/rooms.ts'
import { memoryCache } from '../rooms/session-cache.ts'
import { memoryStore } from './memory.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

function heap(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

test('sixty thousand rooms and addresses more, one after another, take no more memory (CON-11)', async () => {
  const store = memoryStore({ maxEntries: 1000 })
  const rooms = cachedRooms(createRooms(store), {
    cache: memoryCache({ maxRooms: 1000 }),
    account: '100',
  })
  const limiter = storeLimiter(store)
  const create = async () => ({ sessionId: '1_x', mediaMode: 'relayed' }) as const
  const visit = async (from: number, to: number): Promise<number> => {
    for (let n = from; n < to; n += 1) {
      await rooms.sessionOf(`room-${n}`, { create })
      await limiter(`address/${n}`, { count: 60, seconds: 60 })
    }
    return heap()
  }
  const early = await visit(0, 20_000)
  const late = await visit(20_000, 80_000)
  // What is kept for each would be some hundred bytes, and so tens of millions.
  assert.ok(late - early < 5_000_000, `${early} bytes, and then ${late}`)
})
