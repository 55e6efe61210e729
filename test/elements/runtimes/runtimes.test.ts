import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { promisify } from 'node:util'
import { createTestHarness } from 'wrangler'
import { programs } from '../../support/programs.ts'

// Wrangler would ask its maker for what a real request of theirs looks like, and count the run.
Object.assign(process.env, { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' })

const run = promisify(execFile)

describe('every entry of the packages for browsers can be imported on a server, by', () => {
  // Sources are TypeScript, which Node runs since 22.18.
  for (const { name, path, options } of programs.filter(({ name: it }) => it !== 'Node 20')) {
    it(name, async (t) => {
      if (path === undefined) return t.skip('the registry has none for this machine')
      const program = join(import.meta.dirname, 'command-line.ts')
      // Deno finds packages only where it may read which there are.
      const flags = name === 'Deno' ? ['run', '--no-lock', '--node-modules-dir=manual'] : options
      const { stdout } = await run(path, [...flags, program], { cwd: import.meta.dirname })
      allIsThere(JSON.parse(stdout) as Record<string, string>)
    })
  }

  it('workerd, without a compatibility flag', async () => {
    const root = import.meta.dirname
    const server = createTestHarness({ root, workers: [{ configPath: 'worker.jsonc' }] })
    try {
      await server.listen()
      const response = await server.fetch('/')
      allIsThere((await response.json()) as Record<string, string>)
    } finally {
      await server.close()
    }
  })
})

function allIsThere(found: Record<string, string>): void {
  assert.deepEqual(Object.keys(found).toSorted(byName), entries().toSorted(byName))
  for (const [entry, names] of Object.entries(found)) {
    assert.match(names, /^[A-Za-z]+(,[A-Za-z]+)*$/, `${entry}: ${names}`)
  }
}

/** What the two packages publish, by what their manifests say. */
function entries(): string[] {
  return ['elements', 'room'].flatMap((folder) => {
    const file = join(import.meta.dirname, '../../../packages', folder, 'package.json')
    const { name, exports } = JSON.parse(readFileSync(file, 'utf8')) as {
      name: string
      exports: object
    }
    return Object.keys(exports).map((path) => name + path.slice(1))
  })
}

function byName(one: string, other: string): number {
  return one.localeCompare(other)
}
