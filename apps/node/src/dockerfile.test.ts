import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'

const root = join(import.meta.dirname, '../../..')
const folders = globSync('{apps,packages}/*', { cwd: root })

function packageIn(folder: string): { name?: string; dependencies?: Record<string, string> } {
  const file = join(root, folder, 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** The folders of this workspace that one of them needs at run time, itself included. */
function needed(folder: string): readonly string[] {
  const names = Object.keys(packageIn(folder).dependencies ?? {})
  const direct = folders.filter((other) => names.includes(packageIn(other).name ?? ''))
  return [folder, ...direct.flatMap(needed)]
}

describe('the Dockerfile', () => {
  it('brings what the backend needs of this repository, and only that', () => {
    const lines = readFileSync(join(root, 'apps/node/Dockerfile'), 'utf8').split('\n')
    const copied = lines.flatMap((line) => /^COPY ((?:apps|packages)\/\S+) /.exec(line)?.[1] ?? [])
    assert.deepEqual(copied.toSorted(), [...new Set(needed('apps/node'))].toSorted())
  })
})
