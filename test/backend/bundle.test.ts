import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bundleWorker } from './support/wrangler.ts'

const kibibytes = (bytes: Buffer) => gzipSync(bytes).length / 1024

describe('the bundle of a Worker', () => {
  // The goal was 20. Whom a token is for, and what a store may forget, took it over that.
  it('that lets people in has 20.5 KiB compressed at most', async (t) => {
    const bundle = await bundleWorker(join(import.meta.dirname, 'support/workerd-join.jsonc'))
    t.diagnostic(`${kibibytes(bundle).toFixed(1)} KiB`)
    assert.ok(kibibytes(bundle) <= 20.5, `${kibibytes(bundle).toFixed(1)} KiB`)
  })

  it('holds no secret that was about when it was made (SEC-15)', async (t) => {
    const canary = 'c0ffee15c0ffee15c0ffee15c0ffee15c0ffee15'
    const names = ['OPENTOK_API_SECRET', 'VONAGE_PRIVATE_KEY', 'SECRET']
    for (const name of names) process.env[name] = canary
    t.after(() => names.forEach((name) => delete process.env[name]))
    const bundle = await bundleWorker(join(import.meta.dirname, '../../apps/worker/wrangler.jsonc'))
    assert.ok(!bundle.includes(canary))
  })

  // The goal was 32, when it heard neither OT_FEATURES nor OT_SECRET and had no rate limits.
  it('that is deployed has no compatibility flag and 44 KiB compressed at most', async (t) => {
    const bundle = await bundleWorker(join(import.meta.dirname, '../../apps/worker/wrangler.jsonc'))
    t.diagnostic(`${kibibytes(bundle).toFixed(1)} KiB`)
    assert.ok(kibibytes(bundle) <= 44, `${kibibytes(bundle).toFixed(1)} KiB`)
    assert.doesNotMatch(bundle.toString(), /\bfrom\s*["']node:|require\(["']node:/)
  })

  // The goal was 32. jose and Hono take 12 of these, ipaddr.js 4, and what is left is this product's own, texts and OpenAPI
  // included; nobody has to bring a feature that they do not use.
  it('that uses every feature and every rule there is has 53.5 KiB compressed at most', async (t) => {
    const file = join(import.meta.dirname, 'support/workerd-everything.jsonc')
    const bundle = await bundleWorker(file)
    t.diagnostic(`${kibibytes(bundle).toFixed(1)} KiB`)
    assert.ok(kibibytes(bundle) <= 53.5, `${kibibytes(bundle).toFixed(1)} KiB`)
  })
})
