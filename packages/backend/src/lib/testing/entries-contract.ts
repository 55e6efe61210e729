import { long, short } from './contract-case.ts'
import type { ContractCase, CreateStore } from './contract-case.ts'
import { expectEqual, until } from './expectations.ts'

/** What the two verbs of a store promise by themselves. */
export function entriesContract(createStore: CreateStore): readonly ContractCase[] {
  return [
    {
      title: 'a key that was never written holds nothing, whatever it is called',
      async run() {
        const store = await createStore()
        for (const key of ['a', '__proto__', 'constructor', 'room/ünï', "x'; --"]) {
          expectEqual((await store.read(key)).value, undefined)
        }
      },
    },
    {
      title: 'a value is what was written, under its own key only',
      async run() {
        const store = await createStore()
        const value = JSON.stringify({ text: `"'\\ \u0000 \u{1f600}`, long: 'x'.repeat(20_000) })
        expectEqual(await store.swap('ü', { from: undefined, to: value }), true)
        expectEqual((await store.read('ü')).value, value)
        expectEqual((await store.read('u')).value, undefined)
      },
    },
    {
      title: 'a swap from something else changes nothing',
      async run() {
        const store = await createStore()
        expectEqual(await store.swap('a', { from: '1', to: '2' }), false)
        expectEqual(await store.swap('a', { from: '1', to: undefined }), false)
        await store.swap('a', { from: undefined, to: '1' })
        expectEqual(await store.swap('a', { from: undefined, to: '2' }), false)
        expectEqual(await store.swap('a', { from: '2', to: '3' }), false)
        expectEqual(await store.swap('a', { from: '2', to: undefined }), false)
        expectEqual((await store.read('a')).value, '1')
      },
    },
    {
      title: 'a value can be replaced and removed',
      async run() {
        const store = await createStore()
        await store.swap('a', { from: undefined, to: '1' })
        expectEqual(await store.swap('a', { from: '1', to: '2' }), true)
        expectEqual((await store.read('a')).value, '2')
        expectEqual(await store.swap('a', { from: '2', to: undefined }), true)
        expectEqual((await store.read('a')).value, undefined)
        expectEqual(await store.swap('a', { from: undefined, to: '3' }), true)
      },
    },
    {
      title: 'a value with a lifetime is gone after it, and its key can be written again',
      async run() {
        const store = await createStore()
        await store.swap('a', { from: undefined, to: '1', lastsMs: short })
        await until(async () => (await store.read('a')).value === undefined)
        expectEqual(await store.swap('a', { from: '1', to: '2' }), false)
        expectEqual(await store.swap('a', { from: undefined, to: '3' }), true)
        expectEqual((await store.read('a')).value, '3')
      },
    },
    {
      title: 'a replacement has a lifetime of its own, shorter, longer or none',
      async run() {
        const store = await createStore()
        await store.swap('a', { from: undefined, to: '1', lastsMs: long })
        await store.swap('a', { from: '1', to: '2', lastsMs: short })
        await store.swap('b', { from: undefined, to: '1', lastsMs: 20 * short })
        expectEqual(await store.swap('b', { from: '1', to: '2' }), true)
        await store.swap('c', { from: undefined, to: '1', lastsMs: 20 * short })
        await until(async () => (await store.read('a')).value === undefined)
        await until(async () => (await store.read('c')).value === undefined)
        expectEqual((await store.read('b')).value, '2')
      },
    },
    {
      title: 'of many who write at once exactly one is told that it did',
      async run() {
        const store = await createStore()
        const writes = Array.from({ length: 100 }, (_, n) =>
          store.swap('a', { from: undefined, to: `${n}` }),
        )
        const won = (await Promise.all(writes)).flatMap((done, n) => (done ? [`${n}`] : []))
        expectEqual(won.length, 1)
        expectEqual((await store.read('a')).value, won[0])
      },
    },
    {
      title: 'the clock says milliseconds since 1970 and does not stand still',
      async run() {
        const store = await createStore()
        const { now } = await store.read('a')
        // Anything but a unit that was mistaken: machines disagree about minutes, not about years.
        expectEqual(Math.abs(now - Date.now()) < 366 * 24 * 3_600_000, true)
        await until(async () => (await store.read('a')).now > now)
      },
    },
  ]
}
