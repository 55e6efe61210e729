import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, describe, it } from 'node:test'

const root = join(import.meta.dirname, '../..')
const anyPorts = { OT_DEMO_PORT: '0', OT_BACKEND_PORT: '0', OT_EMULATOR_PORT: '0' }

const running: ChildProcess[] = []
afterEach(() => running.splice(0).forEach((child) => child.kill('SIGTERM')))

describe('npm start', () => {
  it('--json prints one line of JSON once all three answer, and nothing else on stdout', async () => {
    const started = npm(['start', '--', '--json'])
    const [line, rest] = await firstLine(started)
    const addresses = JSON.parse(line) as Record<string, string>
    assert.deepEqual(Object.keys(addresses).toSorted(), [
      'apiKey',
      'apiSecret',
      'applicationId',
      'backend',
      'demo',
      'emulator',
      'privateKey',
    ])
    assert.match(addresses['privateKey'] ?? '', /^-----BEGIN PRIVATE KEY-----/)
    const page = await fetch(addresses['demo'] ?? '')
    assert.match(await page.text(), /<ot-room\s/)
    const join = await fetch(`${addresses['backend']}/rooms/demo/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    assert.equal(join.status, 200)
    await stop(started)
    assert.equal(rest(), '')
  })

  it('ends all three on SIGTERM, also when only npm receives it', async () => {
    const started = npm(['start', '--', '--json'])
    const [line] = await firstLine(started)
    const { demo, backend, emulator } = JSON.parse(line) as Record<string, string>
    await stop(started)
    for (const url of [demo, backend, emulator]) await unreachable(String(url))
  })

  it("with an account's keys in the environment it uses that account and starts no emulator", async () => {
    const account = npm(['run', '--silent', 'emulator', '--', '--port', '0', '--json'])
    const [keys] = await firstLine(account)
    const { url, applicationId, privateKey } = JSON.parse(keys) as Record<string, string>
    const started = npm(['start', '--', '--json'], {
      VONAGE_APPLICATION_ID: String(applicationId),
      VONAGE_PRIVATE_KEY: String(privateKey),
      OT_API_URL: String(url),
    })
    const [line] = await firstLine(started)
    const { emulator, backend } = JSON.parse(line) as Record<string, string | null>
    assert.equal(emulator, null)
    const join = await fetch(`${backend}/rooms/demo/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    assert.equal(((await join.json()) as Record<string, string>)['applicationId'], applicationId)
    await stop(started)
    await stop(account)
  })

  it('says in one line which port is wrong', async () => {
    const started = npm(['start'], { OT_DEMO_PORT: 'eighty' })
    const complaints = textOf(started.stderr)
    const [code] = await once(started, 'close')
    assert.notEqual(code, 0)
    assert.match(complaints(), /OT_DEMO_PORT is "eighty"/)
  })

  it('names the variable that chooses another port when one is in use', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const { port } = holder.address() as AddressInfo
    for (const variable of Object.keys(anyPorts)) {
      const started = npm(['start'], { [variable]: String(port) })
      const complaints = textOf(started.stderr)
      await once(started, 'close')
      assert.match(complaints(), new RegExp(`Port ${port} is in use: set ${variable} to another`))
    }
    holder.close()
  })
})

describe('npm run emulator', () => {
  it('--port 0 --json prints one line of JSON, with a given project used as is', async () => {
    const project = `1234567:${'a1'.repeat(20)}`
    const started = npm([
      'run',
      '--silent',
      'emulator',
      '--',
      '--port',
      '0',
      '--json',
      '--project',
      project,
    ])
    const [line, rest] = await firstLine(started)
    const { url, apiKey, apiSecret } = JSON.parse(line) as Record<string, string>
    assert.equal(`${apiKey}:${apiSecret}`, project)
    const response = await fetch(`${url}/session/create`, { method: 'POST' })
    assert.equal(response.status, 403)
    await stop(started)
    assert.equal(rest(), '')
  })
})

function npm(args: string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn('npm', args, { cwd: root, env: { ...process.env, ...anyPorts, ...env } })
  running.push(child)
  return child
}

async function firstLine(child: ChildProcess): Promise<[line: string, rest: () => string]> {
  assert.ok(child.stdout)
  const lines: string[] = []
  const reader = createInterface(child.stdout)
  const [first] = await once(reader, 'line')
  reader.on('line', (line) => lines.push(line))
  return [String(first), () => lines.join('\n')]
}

function textOf(stream: ChildProcess['stderr']): () => string {
  let text = ''
  stream?.setEncoding('utf8').on('data', (part: string) => (text += part))
  return () => text
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** Resolves once nobody answers there any more; the test runner's own time limit is the judge of never. */
async function unreachable(url: string): Promise<void> {
  for (;;) {
    try {
      await fetch(url, { signal: AbortSignal.timeout(1000) })
    } catch {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
