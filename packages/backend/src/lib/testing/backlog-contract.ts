import { blank, said } from '../features/backlog/backlog-state.ts'
import type { Backlog } from '../features/backlog/backlog-state.ts'
import { act } from '../store/act.ts'
import type { Store } from '../store/store.ts'
import { short } from './contract-case.ts'
import type { ContractCase, CreateStore } from './contract-case.ts'
import { expectEqual, until } from './expectations.ts'

const most = 50

/** What a store promises to those who come late: whatever was said at once is all there, and gone in time. */
export function backlogContract(createStore: CreateStore): readonly ContractCase[] {
  return [
    {
      title: 'of what many say at once the last is all there, in one order, and no more than that',
      async run() {
        const store = await createStore()
        const all = Array.from({ length: most + 30 }, (_, n) => `${n}`)
        await Promise.all(all.slice(0, most).map((id) => say(store, id)))
        const first = await read(store)
        expectEqual(new Set(first).size, most)
        for (const id of all.slice(most)) await say(store, id)
        const last = await read(store)
        expectEqual(last.length, most)
        expectEqual(last.join(), [...first.slice(30), ...all.slice(most)].join())
      },
    },
    {
      title: 'a full backlog of 64 KiB is kept as it is',
      async run() {
        const store = await createStore()
        const text = '\u{1f600}"\\ü'.repeat(250)
        for (let n = 0; n < 40; n += 1) await say(store, `${n}`, { text })
        const kept = await act(store, 'backlog', (state: Backlog = blank) => ({ outcome: state }))
        expectEqual(
          kept.messages.every((message) => message.text === text),
          true,
        )
        expectEqual(JSON.stringify(kept).length > 32 * 1024, true)
      },
    },
    {
      title: 'a backlog that nobody has added to for its time is gone',
      async run() {
        const store = await createStore()
        await say(store, '1', { lastsMs: short })
        await until(async () => (await read(store)).length === 0)
      },
    },
  ]
}

function say(
  store: Store,
  id: string,
  { text = 'x', lastsMs }: { readonly text?: string; readonly lastsMs?: number } = {},
): Promise<void> {
  return act(store, 'backlog', (before: Backlog = blank, at) => ({
    outcome: undefined,
    put: { state: said(before, { id, from: 'ada', text, at }, most), lastsMs },
  }))
}

function read(store: Store): Promise<readonly string[]> {
  return act(store, 'backlog', ({ messages }: Backlog = blank) => ({
    outcome: messages.map(({ id }) => id),
  }))
}
