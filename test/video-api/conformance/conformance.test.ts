import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import { describeSuite } from '../../conformance/describe-suite.ts'
import { setStage, type Stage } from '../../conformance/stage.ts'
import { suiteOf } from '../../conformance/suite.ts'
import { ourApplication, ourProject } from './sdk.ts'

describe('our client does on the platform what the official SDKs do', () => {
  let stage: Stage | undefined
  before(async () => {
    stage = await setStage()
  })
  after(() => stage?.close())

  for (const suite of [suiteOf(ourProject), suiteOf(ourApplication)]) {
    describeSuite(suite, () => standing(stage))
  }
})

function standing<Part>(part: Part | undefined): Part {
  assert.ok(part, 'The stage stands only while tests run.')
  return part
}
