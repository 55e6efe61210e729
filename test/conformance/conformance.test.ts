import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { describeSuite } from './describe-suite.ts'
import { setStage, type Stage } from './stage.ts'
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
    describeSuite(suite, () => standing(stage))
  }
})

function standing<Part>(part: Part | undefined): Part {
  assert.ok(part, 'The stage stands only while tests run.')
  return part
}
