import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { it } from 'node:test'

const deadline = join(import.meta.dirname, '../../scripts/test-deadline.ts')

const hanging = `
  const { spawn } = require('node:child_process')
  const server = spawn('sleep', ['600'], { stdio: 'inherit' })
  server.once('spawn', () => { while (true); })`

it('ends a test file that hangs, and the servers it has started', { timeout: 30_000 }, async () => {
  const child = spawn(process.execPath, [`--import=${deadline}`, '--eval', hanging], {
    env: { ...process.env, TEST_FILE_SECONDS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stdout.resume()
  const [, signal] = await once(child, 'exit')
  assert.equal(signal, 'SIGKILL')
  assert.match(said, /ran for over 1 s/)
  // The server holds the other end of it.
  if (!child.stdout.readableEnded) await once(child.stdout, 'end')
})
