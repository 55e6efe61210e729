import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../../../..')

test('every promise of SECURITY.md names a test that exists', () => {
  const promises = readFileSync(join(root, 'packages/backend/SECURITY.md'), 'utf8')
  const tests = globSync(['packages/backend/src/**/*.test.ts', 'test/backend/**/*.ts'], {
    cwd: root,
  })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n')
  const lines = promises.split('\n').filter((line) => line.includes(' — '))
  assert.ok(lines.length > 30)
  for (const line of lines) {
    const [, named = ''] = line.split(' — ')
    const titles = [...named.matchAll(/`([^`]+)`/g)].map(([, title = '']) => title)
    assert.ok(titles.length > 0, line)
    for (const title of titles) assert.ok(tests.includes(title), title)
  }
})
