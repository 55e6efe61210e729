import assert from 'node:assert/strict'
import { test } from 'node:test'

test('every entry can be imported where there is no browser', async () => {
  for (const entry of ['index', 'preview', 'testing']) {
    const module: object = await import(`../../${entry}.ts`)
    assert.ok(Object.keys(module).length > 0, entry)
  }
})
