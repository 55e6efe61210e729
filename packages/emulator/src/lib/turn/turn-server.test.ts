import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { coturn, isAlive, temporaryFolder, withoutCoturn } from '../testing/coturn.ts'
import { freePort } from './ports.ts'
import { startTurnServer } from './turn-server.ts'
import type { TurnServer, TurnServerOptions } from './turn-server.ts'

const addresses = { listening: ['127.0.0.1'], local: '127.0.0.1', loopbackPeers: true }
const day = 24 * 60 * 60 * 1000

describe('a TURN server', { skip: withoutCoturn, timeout: 60_000 }, () => {
  it('relays over UDP and TCP for who has its credentials', async () => {
    await using turn = await started()
    assert.equal(relays(turn.server, {}), true)
    assert.equal(relays(turn.server, { transport: 'tcp' }), true)
  })

  it('refuses wrong credentials and those of yesterday, and says so once', async () => {
    await using turn = await started()
    assert.equal(relays(turn.server, { addition: 'x' }), false)
    assert.equal(relays(turn.server, { now: Date.now() - 2 * day }), false)
    await turn.complains
    assert.equal(new Set(turn.lines).size, turn.lines.length)
  })

  it('keeps its secret where nobody else can read it', async () => {
    await using folder = await temporaryFolder()
    await using turn = await started()
    const [name = ''] = await folder.entries()
    const file = join(folder.path, name, 'turnserver.conf')
    assert.equal((await stat(file)).mode & 0o777, 0o600)
    assert.equal((await stat(join(folder.path, name))).mode & 0o777, 0o700)
    const secret = /static-auth-secret=(\w{64})/.exec(await readFile(file, 'utf8'))?.[1] ?? ''
    assert.equal(secret.length, 64)
    const processes = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout
    assert.ok(processes.includes(file))
    assert.ok(!processes.includes(secret))
    assert.ok(!turn.lines.join().includes(secret))
  })

  it('leaves nothing behind when it ends', async () => {
    await using folder = await temporaryFolder()
    const { server } = await started()
    const pid = await folder.pid()
    assert.ok(isAlive(pid))
    const before = performance.now()
    await server.close()
    assert.ok(performance.now() - before < 1000)
    assert.ok(!isAlive(pid))
    assert.deepEqual(await folder.entries(), [])
  })

  it('comes back at the same place when it is killed', async () => {
    await using folder = await temporaryFolder()
    await using turn = await started()
    const before = urls(turn.server)
    const back = turn.says('the TURN server is back')
    process.kill(await folder.pid(), 'SIGKILL')
    await back
    assert.deepEqual(urls(turn.server), before)
    assert.equal(relays(turn.server, {}), true)
    assert.equal((await folder.entries()).length, 1)
  })

  it('takes another port when somebody has the one it chose', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const ports = [(other.address() as AddressInfo).port, await freePort('127.0.0.1')]
    const [, second] = ports
    await using folder = await temporaryFolder()
    await using turn = await started({ choosePort: async () => ports.shift() ?? 0 })
    assert.match(urls(turn.server)[0] ?? '', new RegExp(`^turn:127\\.0\\.0\\.1:${second}\\?`))
    assert.equal((await folder.entries()).length, 1)
    other.close()
  })
})

describe('a program that is no TURN server', { timeout: 60_000 }, () => {
  it('is given up with one line in the log', async () => {
    await using folder = await temporaryFolder()
    await using turn = await started({ program: '/bin/false' })
    assert.equal(turn.server.iceServer('localhost', { id: 'a', now: 0 }), undefined)
    assert.deepEqual(turn.lines, [
      'the TURN server does not start: it ended at once; going on without it',
    ])
    assert.deepEqual(await folder.entries(), [])
  })
})

async function started(options: Partial<TurnServerOptions> = {}) {
  const lines: string[] = []
  const heard = new EventTarget()
  const log = (line: string) => {
    lines.push(line)
    heard.dispatchEvent(new Event(line))
    if (line.startsWith('the TURN server says:')) heard.dispatchEvent(new Event('complaint'))
  }
  const complains = once(heard, 'complaint')
  const server = await startTurnServer({ program: coturn, addresses, log, ...options })
  return {
    server,
    lines,
    complains,
    says: (line: string) => once(heard, line),
    [Symbol.asyncDispose]: () => server.close(),
  }
}

function urls(server: TurnServer): readonly string[] {
  return [server.iceServer('localhost', { id: 'a', now: Date.now() })?.urls ?? []].flat()
}

interface Attempt {
  readonly transport?: 'tcp'
  readonly addition?: string
  readonly now?: number
}

/** Whether coturn's own client gets two relays that reach each other. */
function relays(server: TurnServer, { transport, addition = '', now = Date.now() }: Attempt) {
  const { username = '', credential = '' } = server.iceServer('localhost', { id: 'me', now }) ?? {}
  const [, port = ''] = /:(\d+)\?/.exec(urls(server)[0] ?? '') ?? []
  const login = ['-p', port, '-u', username, '-w', credential + addition]
  // Two clients that send each other one message, without a second pair for RTCP.
  const talk = ['-y', '-c', '-n', '1', '-m', '1', ...(transport ? ['-t'] : [])]
  const client = spawnSync('turnutils_uclient', [...login, ...talk, '127.0.0.1'])
  return client.status === 0
}
