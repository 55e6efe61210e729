import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { calls } from './calls.ts'
import { compare } from './compare.ts'
import { differences } from './differences.ts'
import { startRecorder, type RecordedRequest, type Recorder } from './recorder.ts'
import { pairsAt, type Pair } from './sdks.ts'

/** A call as our client sends it for one kind of account, and why that is not what the official SDK sends. */
interface Golden {
  readonly call: string
  readonly sdk: string
  readonly request: RecordedRequest
  readonly differs: readonly string[]
}

// Written anew by: UPDATE_GOLDEN=1 npm test -- test/video-api/requests
const file = join(import.meta.dirname, 'golden.json')

describe('our requests are those of the official SDKs', () => {
  let recorder: Recorder | undefined
  let pairs: readonly Pair[] = []
  const recorded: Golden[] = []
  before(async () => {
    recorder = await startRecorder()
    pairs = pairsAt(recorder.url)
  })
  after(() => recorder?.close())

  for (const sdk of ['npm opentok', '@vonage/video']) {
    for (const { name: call, verb, say } of calls) {
      it(`${call}: byte for byte what ${sdk} sends, or for a reason`, async (t) => {
        assert.ok(recorder)
        const pair = pairs.find(({ name }) => name === sdk)
        assert.ok(pair)
        const { theirs: official, ours: client } = pair
        const [ours, ...more] = await recorder.during(() => say(client))
        assert.ok(ours && more.length === 0, 'it is not one request')
        if (official[verb] === undefined) {
          recorded.push({ call, sdk, request: ours, differs: ['the SDK has no such call'] })
          return t.diagnostic(`${sdk} has no such call`)
        }
        const [theirs, ...rest] = await recorder.during(() => say(official as typeof client))
        assert.ok(theirs && rest.length === 0, 'the SDK does not send one request')
        const comparison = compare(theirs, ours)
        if (!comparison.same) return assert.deepEqual(comparison.ours, comparison.theirs)
        recorded.push({ call, sdk, request: ours, differs: comparison.reasons })
      })
    }
  }

  it('every difference that is listed is still one', () => {
    const seen = new Set(recorded.flatMap(({ differs }) => differs))
    const gone = differences.map(({ reason }) => reason).filter((reason) => !seen.has(reason))
    assert.deepEqual(gone, [])
  })

  it('the recorded requests are those that are kept', () => {
    const text = `${JSON.stringify(recorded, null, 2)}\n`
    if (process.env['UPDATE_GOLDEN']) writeFileSync(file, text)
    assert.deepEqual(recorded, JSON.parse(readFileSync(file, 'utf8')))
  })
})
