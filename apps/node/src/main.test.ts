import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'

const main = new URL('main.ts', import.meta.url).pathname
const project = { OPENTOK_API_KEY: '100', OPENTOK_API_SECRET: 'c0ffee', OT_PUBLIC_ROOMS: '1' }

test('the program says where it listens and ends on SIGTERM', async () => {
  const program = spawn(process.execPath, [main], { env: { ...project, PORT: '0' } })
  const [line] = await once(program.stdout, 'data')
  assert.match(String(line), /^ot-room backend on http:\/\/127\.0\.0\.1:\d+, rooms are public\n$/)
  program.kill('SIGTERM')
  assert.deepEqual(await once(program, 'exit'), [0, null])
})

test('the program ends with one line on stderr when something is missing', async () => {
  const program = spawn(process.execPath, [main], { env: {} })
  const [line] = await once(program.stderr, 'data')
  assert.match(String(line), /^ot-room backend: OT_PUBLIC_ROOMS must be 1[^\n]*\n$/)
  assert.deepEqual(await once(program, 'exit'), [1, null])
})
