import type { RoomSession } from '../rooms/room-store.ts'
import { long, short } from './contract-case.ts'
import type { ContractCase, CreateStore } from './contract-case.ts'
import { expectEqual, expectReady, until } from './expectations.ts'

const session: RoomSession = { sessionId: '1_first', mediaMode: 'relayed' }
const other: RoomSession = { sessionId: '1_second', mediaMode: 'routed' }

/** What each verb of a store promises by itself. */
export function verbsContract(createStore: CreateStore): readonly ContractCase[] {
  return [
    {
      title: 'a room that nobody claimed is empty',
      async run() {
        const store = await createStore()
        expectEqual((await store.read('a')).state, 'empty')
        expectEqual((await store.read('__proto__')).state, 'empty')
      },
    },
    {
      title: 'the first claim leads and later claims follow',
      async run() {
        const store = await createStore()
        expectEqual((await store.claim('a', { owner: 'x', leaseMs: long })).state, 'leading')
        expectEqual((await store.claim('a', { owner: 'y', leaseMs: long })).state, 'creating')
        expectEqual((await store.read('a')).state, 'creating')
      },
    },
    {
      title: 'a committed session is what everybody gets from then on, in its own room only',
      async run() {
        const store = await createStore()
        await store.claim('a', { owner: 'x', leaseMs: long })
        expectEqual(await store.commit('a', { owner: 'x', session }), true)
        expectReady(await store.claim('a', { owner: 'y', leaseMs: long }), session)
        expectReady(await store.read('a'), session)
        expectEqual((await store.read('b')).state, 'empty')
      },
    },
    {
      title: 'a committed session can be neither replaced nor released',
      async run() {
        const store = await createStore()
        await store.claim('a', { owner: 'x', leaseMs: long })
        await store.commit('a', { owner: 'x', session })
        expectEqual(await store.commit('a', { owner: 'x', session: other }), false)
        await store.release('a', 'x')
        expectReady(await store.read('a'), session)
      },
    },
    {
      title: 'only the leader can commit or release',
      async run() {
        const store = await createStore()
        expectEqual(await store.commit('a', { owner: 'x', session }), false)
        await store.claim('a', { owner: 'x', leaseMs: long })
        expectEqual(await store.commit('a', { owner: 'y', session }), false)
        await store.release('a', 'y')
        expectEqual((await store.read('a')).state, 'creating')
      },
    },
    {
      title: 'a released room is empty and can be claimed again',
      async run() {
        const store = await createStore()
        await store.claim('a', { owner: 'x', leaseMs: long })
        await store.release('a', 'x')
        expectEqual((await store.read('a')).state, 'empty')
        expectEqual((await store.claim('a', { owner: 'y', leaseMs: long })).state, 'leading')
      },
    },
    {
      title: 'a leader that was replaced is fenced off',
      async run() {
        const store = await createStore()
        await store.claim('a', { owner: 'dead', leaseMs: short })
        await until(async () => (await store.read('a')).state === 'abandoned')
        expectEqual((await store.claim('a', { owner: 'x', leaseMs: long })).state, 'leading')
        await store.release('a', 'dead')
        expectEqual(await store.commit('a', { owner: 'dead', session: other }), false)
        expectEqual(await store.commit('a', { owner: 'x', session }), true)
        expectReady(await store.read('a'), session)
      },
    },
    {
      title: 'a leader that is late but was not replaced can still commit',
      async run() {
        const store = await createStore()
        await store.claim('a', { owner: 'x', leaseMs: short })
        await until(async () => (await store.read('a')).state === 'abandoned')
        expectEqual(await store.commit('a', { owner: 'x', session }), true)
        expectReady(await store.read('a'), session)
      },
    },
    {
      title: 'of many claims on an abandoned room exactly one leads',
      async run() {
        const store = await createStore()
        await store.claim('a', { owner: 'dead', leaseMs: short })
        await until(async () => (await store.read('a')).state === 'abandoned')
        const claims = await Promise.all(
          Array.from({ length: 100 }, (_, n) => store.claim('a', { owner: `${n}`, leaseMs: long })),
        )
        expectEqual(claims.filter(({ state }) => state === 'leading').length, 1)
      },
    },
  ]
}
