import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openStore } from './store.ts'

test('what a SQLite file remembers is there after a restart', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'ot-room-'))
  t.after(() => rm(folder, { recursive: true }))
  const url = `sqlite:${join(folder, 'rooms.db')}`
  const before = await openStore(url)
  await before.store.swap('a', { from: undefined, to: '1' })
  await before.close()
  const after = await openStore(url)
  assert.equal((await after.store.read('a')).value, '1')
  await after.close()
})

test('a store that cannot be had is refused at start, without the password of its URL', async () => {
  for (const url of ['postgres://u:s3cret@127.0.0.1:1/x', 'redis://u:s3cret@127.0.0.1:1']) {
    await assert.rejects(openStore(url), (error: Error) => {
      assert.match(error.message, /cannot be reached/)
      assert.doesNotMatch(error.message, /s3cret/)
      return true
    })
  }
  await assert.rejects(openStore('mongodb://u:s3cret@db'), /^Error: OT_STORE must be memory:/)
  await assert.rejects(openStore('sqlite:'), /name a file/)
})
