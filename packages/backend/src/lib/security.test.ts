import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../../../..')

const files = [
  'packages/backend/src/**/*.test.ts',
  'packages/backend/src/lib/testing/*.ts',
  'packages/video-api/src/**/*.test.ts',
  'apps/node/src/*.test.ts',
  'test/backend/**/*.ts',
]

test('every promise of SECURITY.md names a test that exists', () => {
  const promises = readFileSync(join(root, 'packages/backend/SECURITY.md'), 'utf8')
  const tests = globSync(files, {
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

test('every numbered case is a named test, or said to be of something else', () => {
  const promises = readFileSync(join(root, 'packages/backend/SECURITY.md'), 'utf8')
  const [ours = '', others = ''] = promises.split('## What is not of a backend')
  const named = [...ours.matchAll(/`[^`]+`/g)].join(' ')
  const count = (kind: string, length: number) =>
    Array.from({ length }, (_, n) => `${kind}-${`${n + 1}`.padStart(2, '0')}`)
  const cases = [
    ...count('SEC', 47),
    ...count('CON', 11),
    'PROP-05',
    'PROP-06',
    'PROP-08',
    'FUZZ-01',
  ]
  const missing = cases.filter((number) => !named.includes(number) && !others.includes(number))
  assert.deepEqual(missing, [])
})
