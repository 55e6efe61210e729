import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'

/** What a Worker pays for, minified and compressed, in KiB. */
const budgets: readonly (readonly [what: string, entry: string, budget: number])[] = [
  ['creating a session and minting a token', 'admit.ts', 8],
  ['every call there is', 'everything.ts', 12],
  ['verifying callbacks', 'callbacks.ts', 8],
]

describe('a bundle is no larger than its budget', () => {
  for (const [what, entry, budget] of budgets) {
    it(`${what}: at most ${budget} KiB`, async (t) => {
      const size = gzipSync(await bundled(join(import.meta.dirname, entry)), { level: 9 }).length
      t.diagnostic(`${size} bytes`)
      assert.ok(size <= budget * 1024, `${size} bytes`)
    })
  }
})

async function bundled(entry: string): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: {
      write: false,
      lib: { entry, formats: ['es'] },
      // A library build keeps its white space unless it is told twice.
      rolldownOptions: { output: { minify: true } },
    },
  })) as Rolldown.RolldownOutput[]
  const chunks = output.flatMap(({ output: files }) => files)
  assert.equal(chunks.length, 1)
  const [chunk] = chunks
  assert.ok(chunk?.type === 'chunk')
  return chunk.code
}
