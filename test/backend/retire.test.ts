import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createBackend, createVideoApi, memoryStore, type Store } from '@ot-room/backend'
import { meetings } from '@ot-room/backend/features'
import { contradictions, type Happening } from './support/history.ts'

const now = () => performance.now()

/** A store whose answers take their time, each another one. */
function slow(store: Store): Store {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 3 * Math.random()))
  return {
    async read(key) {
      await pause()
      return store.read(key)
    },
    async swap(key, swap) {
      await pause()
      return store.swap(key, swap)
    },
  }
}

it('while meetings end and begin, every join gets the session that the room had at some instant (CON-07)', async () => {
  for (let round = 0; round < 5; round += 1) {
    const created = new Set<string>()
    const fetch = async (url: string | URL | Request): Promise<Response> => {
      if (!String(url instanceof Request ? url.url : url).endsWith('/session/create')) {
        return Response.json({ count: 0, items: [] })
      }
      const session = `1_${created.size}`
      created.add(session)
      return Response.json([{ session_id: session }])
    }
    const apiSecret = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00'
    const video = createVideoApi({ apiKey: '100', apiSecret, fetch })
    const authorize = () => ({ allow: true, role: 'moderator' }) as const
    const store = slow(memoryStore())
    const processes = [0, 1, 2].map(() =>
      createBackend({ video, authorize, store, features: [meetings(video)] }),
    )
    const history: Happening[] = []
    const ask = async (process: number, action: string) => {
      const response = await processes[process % 3]?.request(`/rooms/a/${action}`, {
        method: 'POST',
        body: '{}',
        headers: { 'Content-Type': 'application/json' },
      })
      assert.ok(response)
      return response
    }
    const visitor = async (n: number) => {
      for (let turn = 0; turn < 30; turn += 1) {
        const begun = now()
        const { sessionId = '' } = (await (await ask(n, 'join')).json()) as { sessionId?: string }
        if (sessionId) history.push({ what: 'joined', begun, ended: now(), session: sessionId })
      }
    }
    const host = async () => {
      for (let turn = 0; turn < 8; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10))
        const { sessionId: session } = (await (await ask(0, 'join')).json()) as {
          sessionId: string
        }
        const begun = now()
        await ask(turn, 'end')
        history.push({ what: 'retired', begun, ended: now(), session })
      }
    }
    await Promise.all([host(), ...Array.from({ length: 12 }, (_, n) => visitor(n))])
    assert.deepEqual(contradictions(history, created), [])
    assert.ok(created.size >= 8)
  }
})
