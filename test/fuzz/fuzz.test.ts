import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createRandom } from '../support/random.ts'
import { fuzz } from './fuzz.ts'
import { anyRequest } from './requests.ts'
import { faultsOf } from './verdict.ts'
import { planVisit } from './visit.ts'
import { createWorld } from './world.ts'

describe('20,000 random frames and requests', () => {
  it('leave the emulator alive, its memory flat, and a conversation beside them complete', async () => {
    const findings = await fuzz({ seed: 1, count: 20_000 })
    assert.deepEqual(faultsOf(findings), [])
    assert.ok(findings.frames + findings.requests >= 20_000)
  })

  it('are the same for the same seed', async () => {
    const world = await createWorld('http://127.0.0.1:9')
    const plan = (seed: number): unknown[] => {
      const random = createRandom(seed)
      return [planVisit(world, 0, random.fork(0)), anyRequest(world, random.fork(1))]
    }
    assert.deepEqual(plan(7), plan(7))
    assert.notDeepEqual(plan(7), plan(8))
  })
})
