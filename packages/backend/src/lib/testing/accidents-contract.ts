import { createRooms } from '../rooms/rooms.ts'
import type { RoomSession, RoomStore } from '../rooms/room-store.ts'
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
        const rooms = createRooms(await createStore())
        const platform = countingPlatform()
        const fail = () => platform.create().then(() => Promise.reject(new Error('outage')))
        const joins = Array.from({ length: 50 }, () => rooms.sessionOf('a', fail))
        const settled = await Promise.allSettled(joins)
        expectEqual(settled.filter(({ status }) => status === 'rejected').length, 50)
        expectEqual(platform.created(), 1)
        expectEqual((await rooms.sessionOf('a', async () => session)).sessionId, session.sessionId)
      },
    },
    {
      title: 'a creation that hangs ends with its lease, and the next join works',
      async run() {
        const rooms = createRooms(await createStore(), { leaseMs: short })
        const hanging = rooms.sessionOf('a', () => new Promise(() => {}))
        const [outcome] = await Promise.allSettled([hanging])
        expectEqual(outcome?.status, 'rejected')
        expectEqual((await rooms.sessionOf('a', async () => session)).sessionId, session.sessionId)
      },
    },
    {
      title: 'a leader that dies is replaced by one of those who wait',
      async run() {
        const store = await createStore()
        await store.claim('a', { owner: 'dead', leaseMs: short })
        const rooms = createRooms(store)
        const platform = countingPlatform()
        const found = await Promise.all(
          Array.from({ length: 50 }, () => rooms.sessionOf('a', platform.create)),
        )
        expectEqual(new Set(found.map(({ sessionId }) => sessionId)).size, 1)
        expectEqual(platform.created(), 1)
      },
    },
    {
      title: 'a leader that was replaced hands out the session of its successor, not its own',
      async run() {
        const store = await createStore()
        const rooms = createRooms(withShorterLeases(store))
        const found = await rooms.sessionOf('a', async () => {
          await until(async () => (await store.read('a')).state === 'abandoned')
          await store.claim('a', { owner: 'successor', leaseMs: long })
          await store.commit('a', { owner: 'successor', session })
          return other
        })
        expectEqual(found.sessionId, session.sessionId)
      },
    },
  ]
}

/** Leases that end before their leaders expect it, as when a process was suspended. */
function withShorterLeases(store: RoomStore): RoomStore {
  return {
    claim: (room, { owner }) => store.claim(room, { owner, leaseMs: short }),
    commit: (room, outcome) => store.commit(room, outcome),
    release: (room, owner) => store.release(room, owner),
    read: (room) => store.read(room),
  }
}
