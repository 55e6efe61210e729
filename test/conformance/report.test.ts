import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isTrouble, printed, summary, type ReportLine, type Result } from './report.ts'
import { perform, type Check, type KnownFault } from './row.ts'
import type { Scene } from './scene.ts'
import { uncovered, type SdkUnderTest } from './sdk.ts'

const fault: KnownFault = { reason: 'the SDK parses twice', error: /JSON/ }
const idle = { forget: () => undefined } as Scene<object>

function line(result: Result): ReportLine {
  return { sdk: 'npm opentok', method: 'signal', title: 'everybody hears it', result, ms: 12 }
}

async function resultOf(check: Check<object>, known?: KnownFault): Promise<Result> {
  const row = { method: 'signal', title: 'everybody hears it', check }
  return perform(known === undefined ? row : { ...row, fault: known }, idle)
}

describe('a line of the conformance table', () => {
  const passes = () => Promise.resolve()
  const fails = () => Promise.reject(new SyntaxError('Unexpected token in JSON'))

  it('is trouble when the row fails, and says why', async () => {
    const failed = line(await resultOf(fails))
    assert.ok(isTrouble(failed))
    assert.match(printed(failed), /^FAIL .*\n.*Unexpected token in JSON$/)
  })

  it('is no trouble when a known fault shows itself', async () => {
    const seen = line(await resultOf(fails, fault))
    assert.ok(!isTrouble(seen))
    assert.match(printed(seen), /^XFAIL .*\n.*parses twice$/)
  })

  it('is trouble when a known fault has gone, or another one is in its place', async () => {
    const gone = line(await resultOf(passes, fault))
    assert.match(printed(gone), /^XPASS/)
    const other = line(await resultOf(() => Promise.reject(new Error('no network')), fault))
    assert.deepEqual([gone, other].map(isTrouble), [true, true])
  })

  it('is counted once', async () => {
    const skipped: Result = { kind: 'skipped', reason: 'php is not installed' }
    const results = [
      await resultOf(passes),
      await resultOf(fails),
      await resultOf(fails, fault),
      skipped,
    ]
    const text = summary([...results, { kind: 'uncovered' } as const].map(line))
    assert.equal(text, '1 ok, 1 expected failures, 2 unexpected, 1 skipped')
  })
})

describe('the methods of an SDK', () => {
  it('are told when the table lacks one of them, or has one that they lack', () => {
    const rows = ['signal', 'dial'].map((method) => {
      return { method, title: '', check: () => Promise.resolve() }
    })
    const sdk: Pick<SdkUnderTest, 'rows'> = { rows }
    assert.deepEqual(uncovered(sdk, ['signal', 'startArchive']), [
      'startArchive: not covered',
      'dial: not found',
    ])
  })
})
