import { createLeases } from '../store/leases.ts'
import type { Leases } from '../store/leases.ts'
import { long, short } from './contract-case.ts'
import type { ContractCase, CreateStore } from './contract-case.ts'
import { expectEqual, until } from './expectations.ts'

const result = 'first'
const other = 'second'

/** What leases promise over a store: work is done once, by one owner at a time. */
export function leasesContract(createStore: CreateStore): readonly ContractCase[] {
  const createLeasesOf = async (): Promise<Leases<string>> => createLeases(await createStore())

  return [
    {
      title: 'work that nobody claimed is empty',
      async run() {
        const leases = await createLeasesOf()
        expectEqual((await leases.read('a')).state, 'empty')
        expectEqual((await leases.read('__proto__')).state, 'empty')
      },
    },
    {
      title: 'the first claim leads and later claims follow',
      async run() {
        const leases = await createLeasesOf()
        expectEqual((await leases.claim('a', { owner: 'x', leaseMs: long })).state, 'leading')
        expectEqual((await leases.claim('a', { owner: 'y', leaseMs: long })).state, 'held')
        expectEqual((await leases.read('a')).state, 'held')
      },
    },
    {
      title: 'a result is what everybody gets from then on, under its own key only',
      async run() {
        const leases = await createLeasesOf()
        await leases.claim('a', { owner: 'x', leaseMs: long })
        expectEqual(await leases.commit('a', { owner: 'x', result }), true)
        expectDone(await leases.claim('a', { owner: 'y', leaseMs: long }))
        expectDone(await leases.read('a'))
        expectEqual((await leases.read('b')).state, 'empty')
      },
    },
    {
      title: 'a result can be neither replaced nor released',
      async run() {
        const leases = await createLeasesOf()
        await leases.claim('a', { owner: 'x', leaseMs: long })
        await leases.commit('a', { owner: 'x', result })
        expectEqual(await leases.commit('a', { owner: 'x', result: other }), false)
        await leases.release('a', 'x')
        expectDone(await leases.read('a'))
      },
    },
    {
      title: 'only the leader can commit or release',
      async run() {
        const leases = await createLeasesOf()
        expectEqual(await leases.commit('a', { owner: 'x', result }), false)
        await leases.claim('a', { owner: 'x', leaseMs: long })
        expectEqual(await leases.commit('a', { owner: 'y', result }), false)
        await leases.release('a', 'y')
        expectEqual((await leases.read('a')).state, 'held')
      },
    },
    {
      title: 'released work is empty and can be claimed again',
      async run() {
        const leases = await createLeasesOf()
        await leases.claim('a', { owner: 'x', leaseMs: long })
        await leases.release('a', 'x')
        expectEqual((await leases.read('a')).state, 'empty')
        expectEqual((await leases.claim('a', { owner: 'y', leaseMs: long })).state, 'leading')
      },
    },
    {
      title: 'a leader that was replaced is fenced off',
      async run() {
        const leases = await createLeasesOf()
        await leases.claim('a', { owner: 'dead', leaseMs: short })
        await until(async () => (await leases.read('a')).state === 'abandoned')
        expectEqual((await leases.claim('a', { owner: 'x', leaseMs: long })).state, 'leading')
        await leases.release('a', 'dead')
        expectEqual(await leases.commit('a', { owner: 'dead', result: other }), false)
        expectEqual(await leases.commit('a', { owner: 'x', result }), true)
        expectDone(await leases.read('a'))
      },
    },
    {
      title: 'a leader that is late but was not replaced can still commit',
      async run() {
        const leases = await createLeasesOf()
        await leases.claim('a', { owner: 'x', leaseMs: short })
        await until(async () => (await leases.read('a')).state === 'abandoned')
        expectEqual(await leases.commit('a', { owner: 'x', result }), true)
        expectDone(await leases.read('a'))
      },
    },
    {
      title: 'of many claims on abandoned work exactly one leads',
      async run() {
        const leases = await createLeasesOf()
        await leases.claim('a', { owner: 'dead', leaseMs: short })
        await until(async () => (await leases.read('a')).state === 'abandoned')
        const claims = await Promise.all(
          Array.from({ length: 100 }, (_, n) =>
            leases.claim('a', { owner: `${n}`, leaseMs: long }),
          ),
        )
        expectEqual(claims.filter(({ state }) => state === 'leading').length, 1)
      },
    },
    {
      title: 'a result is gone when its time is over',
      async run() {
        const leases = await createLeasesOf()
        await leases.claim('a', { owner: 'x', leaseMs: long })
        await leases.commit('a', { owner: 'x', result, lastsMs: short })
        await until(async () => (await leases.read('a')).state === 'empty')
        expectEqual((await leases.claim('a', { owner: 'y', leaseMs: long })).state, 'leading')
      },
    },
    {
      title: 'only the result that is meant can be retired',
      async run() {
        const leases = await createLeasesOf()
        await leases.claim('a', { owner: 'x', leaseMs: long })
        expectEqual(await leases.retire('a', () => true), false)
        await leases.commit('a', { owner: 'x', result })
        expectEqual(await leases.retire('a', (found) => found === other), false)
        expectDone(await leases.read('a'))
        expectEqual(await leases.retire('a', (found) => found === result), true)
        expectEqual((await leases.read('a')).state, 'empty')
      },
    },
  ]
}

/** Expects exactly the first result. */
function expectDone(found: { readonly state: string; readonly result?: string }): void {
  expectEqual(found.state, 'done')
  expectEqual(found.result, result)
}
