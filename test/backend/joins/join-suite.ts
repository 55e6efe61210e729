import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { joins } from '../support/crowd-size.ts'
import { contradictions } from '../support/history.ts'
import { startSlowPlatform, type Mood, type SlowPlatform } from '../support/slow-platform.ts'
import { gatherCrowd, type Crowd } from './crowd.ts'
import type { Door } from './join-process.ts'

/** A store that several processes share, and the door they go through to it. */
export type Shared = {
  door(apiUrl: string): Promise<Door>
  /** Whether the three are the backend itself, or only its visitors. */
  readonly processesAre: 'backends' | 'visitors'
  close(): Promise<unknown>
}

/** How many join where it is not about how many they are. */
const few = Math.min(300, joins / 3)

/**
 * The tests of many visitors who join one new room at once, for one store. The death of a leader takes as long as
 * its lease, so that `npm test` waits for it with one store, and `npm run joins` with all.
 */
export function joinSuite(
  name: string,
  share: () => Promise<Shared>,
  { waitsForLeases = process.env['OT_JOINS'] !== undefined } = {},
): void {
  describe(`${joins} joins of one new room by three processes that share ${name}`, () => {
    let shared: Shared
    let platform: SlowPlatform
    let crowd: Crowd

    before(async () => {
      shared = await share()
    })
    after(() => shared?.close())

    async function begin(moods: readonly Mood[] = []): Promise<void> {
      platform = await startSlowPlatform(moods)
      crowd = await gatherCrowd(await shared.door(platform.url), { processes: 3 })
    }
    async function end(): Promise<void> {
      await crowd.close()
      await platform.close()
    }

    it('hand out one session, and the platform made no other (CON-01, CON-02)', async (t) => {
      await begin()
      t.after(end)
      const { history, refused } = await crowd.join({ room: 'new', joins })
      assert.deepEqual(refused, {})
      assert.ok(history.length >= joins)
      assert.deepEqual(contradictions(history, platform.created), [])
      assert.equal(platform.created.size, 1)
    })

    it('poison nothing when the first creation fails (CON-04)', async (t) => {
      await begin(['fails'])
      t.after(end)
      const first = await crowd.join({ room: 'failing', joins: few })
      const known = ['platform-error', 'platform-busy', 'room-unavailable']
      for (const code of Object.keys(first.refused)) assert.ok(known.includes(code), code)
      assert.ok(Object.keys(first.refused).length > 0, 'nobody was told')
      const { history, refused } = await crowd.join({ room: 'failing', joins: few })
      assert.deepEqual(refused, {})
      assert.deepEqual(contradictions([...first.history, ...history], platform.created), [])
    })

    if (!waitsForLeases) return
    it('go on when the leader is killed, or hangs, while it creates (CON-05)', async (t) => {
      await begin(['hangs'])
      t.after(end)
      crowd.beginAlone('orphan')
      await platform.hanging
      await crowd.killFirst()
      const first = await crowd.join({ room: 'orphan', joins: few })
      if (shared.processesAre === 'backends') assert.deepEqual(first.refused, {})
      // Their visitor was killed and not the leader, who gives up; those who waited are told.
      else assert.deepEqual(Object.keys(first.refused), ['room-unavailable'])
      const { history, refused } = await crowd.join({ room: 'orphan', joins: few })
      assert.deepEqual(refused, {})
      assert.deepEqual(contradictions([...first.history, ...history], platform.created), [])
      assert.equal(new Set(history.map(({ session }) => session)).size, 1)
    })
  })
}
