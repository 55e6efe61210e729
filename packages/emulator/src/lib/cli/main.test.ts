import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createEmulator } from '../emulator.ts'

const command = fileURLToPath(new URL('../../cli.ts', import.meta.url))

function start(...args: readonly string[]) {
  return spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
}

async function run(...args: readonly string[]) {
  const child = start(...args)
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { out, err, code: code as number | null }
}

async function stop(child: ChildProcess, signal: NodeJS.Signals) {
  const exited = once(child, 'exit')
  child.kill(signal)
  const [code] = await exited
  return code as number | null
}

describe('the command', { timeout: 60_000 }, () => {
  it('prints one line of JSON, answers at that URL, and ends when told to', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const child = start('--port', '0', '--json', '--project', '42:a-secret')
      const printed = text(child.stdout)
      const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
      const line = JSON.parse(chunk.toString())
      assert.deepEqual(Object.keys(line), [
        'url',
        'apiKey',
        'apiSecret',
        'applicationId',
        'privateKey',
      ])
      assert.deepEqual([line.apiKey, line.apiSecret], ['42', 'a-secret'])
      assert.match(line.privateKey, /^-----BEGIN PRIVATE KEY-----\n/)
      assert.deepEqual(await (await fetch(`${line.url}/_emulator/sessions`)).json(), {
        sessions: [],
      })
      assert.equal(await stop(child, signal), 0)
      assert.equal((await printed).split('\n').length, 2)
    }
  })

  it('greets a person and says what it is not', async () => {
    const child = start('--port', '0')
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
    assert.match(chunk.toString(), /listening on http:\/\/127\.0\.0\.1:\d+/)
    assert.match(chunk.toString(), /development and tests/)
    assert.match(chunk.toString(), /for development and tests/)
    await stop(child, 'SIGTERM')
  })

  it('answers a wrong command line with one line and exit code 2', async () => {
    const wrong = [
      ['--port', 'x'],
      ['--nonsense'],
      ['--seed', 'no-such-file.json'],
      ['--host', '0.0.0.0'],
      ['--ice-server', 'stun.example.com'],
      ['--ice-server', 'turn:turn.example.com'],
      ['--turn-program', '/no/such/turnserver'],
      ['--application', '00000000-0000-4000-8000-000000000000:package.json'],
    ]
    for (const args of wrong) {
      const { out, err, code } = await run(...args)
      assert.deepEqual([out, code], ['', 2], args.join(' '))
      assert.match(err, /^opentok-emulator: [^\n]+\n$/)
    }
  })

  it('starts with a seed from a file, and says where a bad one is wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'emulator-'))
    const file = join(folder, 'seed.json')
    await writeFile(file, '{"sessions":[{"sessionId":"1_demo"}]}')
    const child = start('--port', '0', '--json', '--seed', file)
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
    const sessions = await fetch(`${JSON.parse(chunk.toString()).url}/_emulator/sessions`)
    assert.match(await sessions.text(), /"sessionId":"1_demo"/)
    await stop(child, 'SIGTERM')

    await writeFile(file, '{"sessions":[{"mediaMode":"mesh"}]}')
    const { err } = await run('--seed', file)
    assert.match(err, /seed\.sessions\[0\]\.mediaMode must be "relayed" or "routed"/)
    await writeFile(file, 'sessions: []')
    assert.match((await run('--seed', file)).err, /is not JSON/)
    await rm(folder, { recursive: true })
  })

  it('says that a port is in use', async () => {
    const emulator = await createEmulator()
    const { err, code } = await run('--port', new URL(emulator.url).port)
    await emulator.close()
    assert.equal(code, 1)
    assert.match(err, /^opentok-emulator: Port \d+ on 127\.0\.0\.1 is in use; [^\n]+\n$/)
  })

  it('explains itself', async () => {
    const { out, code } = await run('--help')
    assert.equal(code, 0)
    assert.match(out, /--project KEY:SECRET/)
  })
})
