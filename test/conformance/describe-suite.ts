import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { printed } from './report.ts'
import { isExpected } from './row.ts'
import type { Stage } from './stage.ts'
import type { OpenSuite, Suite } from './suite.ts'

/** Makes a test of each row of a suite, and one that no method is missing. */
export function describeSuite(suite: Suite, stage: () => Stage): void {
  describe(suite.name, () => {
    let opened: OpenSuite | undefined
    const open = (): OpenSuite => {
      assert.ok(opened, 'A suite is open only while its tests run.')
      return opened
    }
    before(async () => {
      opened = await suite.open(stage())
    })
    after(() => opened?.close())

    for (const [index, { method, title }] of suite.rows.entries()) {
      it(`${method}: ${title}`, async () => {
        const result = await open().perform(index)
        if (result.kind === 'failed') throw result.error
        assert.ok(isExpected(result), printed({ sdk: suite.name, method, title, result, ms: 0 }))
      })
    }

    it('every method is in the table, and every one in the table is a method', () => {
      assert.deepEqual(open().uncovered(), [])
    })
  })
}
