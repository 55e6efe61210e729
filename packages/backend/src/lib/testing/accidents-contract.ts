import { createRooms } from '../rooms/rooms.ts'
import { createLeases } from '../store/leases.ts'
import type { Store } from '../store/store.ts'
import type { RoomSession } from '../rooms/room-session.ts'
import { long, short } from './contract-case.ts'
import type { ContractCase, CreateStore } from './contract-case.ts'
import { countingPlatform } from './counting-platform.ts'
import { expectEqual, until } from './expectations.ts'

const session: RoomSession = { sessionId: '1_first', mediaMode: 'relayed' }
const other: RoomSession = { sessionId: '1_second', mediaMode: 'routed' }

/** What a store promises when a creation fails, hangs, or loses its leader: no room is poisoned. */
export function accidentsContract(createStore: CreateStore): readonly ContractCase[] {
  return [
    {
      title: 'a creation that fails is tried once, tells all who waited, and the next join works',
      async run() {
        const store = await createStore()
        const platform = countingPlatform()
        const waiting = new Set<number>()
        const create = async () => {
          await platform.create()
          await until(async () => waiting.size === 49)
          throw new Error('outage')
        }
        const joins = Array.from({ length: 50 }, (_, visitor) => {
          const rooms = createRooms(watched(store, () => waiting.add(visitor)))
          return rooms.sessionOf('a', { create })
        })
        const settled = await Promise.allSettled(joins)
        expectEqual(settled.filter(({ status }) => status === 'rejected').length, 50)
        expectEqual(platform.created(), 1)
        const found = await createRooms(store).sessionOf('a', existing)
        expectEqual(found.sessionId, session.sessionId)
      },
    },
    {
      title: 'a creation that hangs ends with its lease, and the next join works',
      async run() {
        const rooms = createRooms(await createStore(), { leaseMs: short })
        const hanging = rooms.sessionOf('a', { create: () => new Promise(() => {}) })
        const [outcome] = await Promise.allSettled([hanging])
        expectEqual(outcome?.status, 'rejected')
        expectEqual((await rooms.sessionOf('a', existing)).sessionId, session.sessionId)
      },
    },
    {
      title: 'a leader that dies is replaced by one of those who wait',
      async run() {
        const store = await createStore()
        await createLeases(store).claim('session/a', { owner: 'dead', leaseMs: short })
        const rooms = createRooms(store)
        const platform = countingPlatform()
        const found = await Promise.all(
          Array.from({ length: 50 }, () => rooms.sessionOf('a', platform)),
        )
        expectEqual(new Set(found.map(({ sessionId }) => sessionId)).size, 1)
        expectEqual(platform.created(), 1)
      },
    },
    {
      title: 'a leader that was replaced hands out the session of its successor, not its own',
      async run() {
        const store = await createStore()
        const leases = createLeases<RoomSession>(store)
        const create = async () => {
          await until(async () => (await leases.read('session/a')).state === 'abandoned')
          await leases.claim('session/a', { owner: 'successor', leaseMs: long })
          await leases.commit('session/a', { owner: 'successor', result: session })
          return other
        }
        const found = await createRooms(withFasterClock(store)).sessionOf('a', { create })
        expectEqual(found.sessionId, session.sessionId)
      },
    },
  ]
}

const existing = { create: async () => session }

/** A store that tells when something was found in it. */
function watched(store: Store, onFound: () => void): Store {
  return {
    async read(key) {
      const reading = await store.read(key)
      if (reading.value !== undefined) onFound()
      return reading
    },
    swap: (key, swap) => store.swap(key, swap),
  }
}

/** A store whose leases end before their leaders expect it, as when a process was suspended. */
function withFasterClock(store: Store): Store {
  return {
    async read(key) {
      const reading = await store.read(key)
      return { ...reading, now: reading.now - 10_000 + short }
    },
    swap: (key, swap) => store.swap(key, swap),
  }
}
