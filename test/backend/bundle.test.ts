import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bundleWorker } from './support/wrangler.ts'

const kibibytes = (bytes: Buffer) => gzipSync(bytes).length / 1024

describe('the bundle of a Worker', () => {
  it('that lets people in has 20 KiB compressed at most', async (t) => {
    const bundle = await bundleWorker(join(import.meta.dirname, 'support/workerd-join.jsonc'))
    t.diagnostic(`${kibibytes(bundle).toFixed(1)} KiB`)
    assert.ok(kibibytes(bundle) <= 20, `${kibibytes(bundle).toFixed(1)} KiB`)
  })

  it('that is deployed has no compatibility flag and 32 KiB compressed at most', async (t) => {
    const bundle = await bundleWorker(join(import.meta.dirname, '../../apps/worker/wrangler.jsonc'))
    t.diagnostic(`${kibibytes(bundle).toFixed(1)} KiB`)
    assert.ok(kibibytes(bundle) <= 32, `${kibibytes(bundle).toFixed(1)} KiB`)
    assert.doesNotMatch(bundle.toString(), /\bfrom\s*["']node:|require\(["']node:/)
  })

  it('that uses every feature and every rule there is has 46 KiB compressed at most', async (t) => {
    const file = join(import.meta.dirname, 'support/workerd-everything.jsonc')
    const bundle = await bundleWorker(file)
    t.diagnostic(`${kibibytes(bundle).toFixed(1)} KiB`)
    assert.ok(kibibytes(bundle) <= 46, `${kibibytes(bundle).toFixed(1)} KiB`)
  })
})
