import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { printed } from './report.ts'
import { isExpected } from './row.ts'
import { setStage, type Stage } from './stage.ts'
import type { OpenSuite } from './suite.ts'
import { suites } from './suites.ts'

describe('the official server SDKs take the emulator for the platform', () => {
  let stage: Stage | undefined
  before(async () => {
    stage = await setStage()
  })
  after(() => stage?.close())

  for (const suite of suites) {
    const missing = suite.missing()
    if (missing !== undefined) {
      it(suite.name, { skip: missing })
      continue
    }
    describe(suite.name, () => {
      let open: OpenSuite | undefined
      before(async () => {
        open = await suite.open(standing(stage))
      })
      after(() => open?.close())

      for (const [index, { method, title }] of suite.rows.entries()) {
        it(`${method}: ${title}`, async () => {
          const result = await standing(open).perform(index)
          if (result.kind === 'failed') throw result.error
          assert.ok(isExpected(result), printed({ sdk: suite.name, method, title, result, ms: 0 }))
        })
      }

      it('every method of the SDK is in the table, and every one in the table is of the SDK', () => {
        assert.deepEqual(standing(open).uncovered(), [])
      })
    })
  }
})

function standing<Part>(part: Part | undefined): Part {
  assert.ok(part, 'The stage stands only while tests run.')
  return part
}
