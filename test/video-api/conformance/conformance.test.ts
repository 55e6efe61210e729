import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { printed } from '../../conformance/report.ts'
import { isExpected } from '../../conformance/row.ts'
import { setStage, type Stage } from '../../conformance/stage.ts'
import { suiteOf, type OpenSuite } from '../../conformance/suite.ts'
import { ourApplication, ourProject } from './sdk.ts'

describe('our client does on the platform what the official SDKs do', () => {
  let stage: Stage | undefined
  before(async () => {
    stage = await setStage()
  })
  after(() => stage?.close())

  for (const suite of [suiteOf(ourProject), suiteOf(ourApplication)]) {
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

      it('every method of the client is in the table', () => {
        assert.deepEqual(standing(open).uncovered(), [])
      })
    })
  }
})

function standing<Part>(part: Part | undefined): Part {
  assert.ok(part, 'The stage stands only while tests run.')
  return part
}
