import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, describe, it } from 'node:test'
import { createEmulator, type Emulator } from 'opentok-emulator'
import { build } from 'vite'
import { programs, type Program } from '../../support/programs.ts'

describe('the backend behind the servers of other runtimes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ot-room-runtimes-'))
  let emulator: Emulator
  before(async () => {
    emulator = await createEmulator({ mediaRouter: 'off' })
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: folder,
        target: 'es2023',
        lib: { entry: join(import.meta.dirname, 'serve.ts'), formats: ['es'], fileName: 'serve' },
      },
    })
  })
  after(async () => {
    await emulator?.close()
    rmSync(folder, { recursive: true })
  })

  for (const program of programs.filter(({ name }) => name === 'Deno' || name === 'Bun')) {
    it(`${program.name} lets people in as Node does`, async (t) => {
      if (program.path === undefined) return t.skip('the registry has none for this machine')
      const server = await serve(program, { module: join(folder, 'serve.js'), emulator })
      t.after(() => server.close())
      const enter = (room: string, body = '{"name":"Ada"}', type = 'application/json') =>
        fetch(`${server.url}/rooms/${room}/join`, {
          method: 'POST',
          headers: { 'Content-Type': type },
          body,
        })
      const crowd = await Promise.all(
        Array.from({ length: 200 }, async () => (await enter('a')).json()),
      )
      const sessions = crowd.map((answer: unknown) => Reflect.get(Object(answer), 'sessionId'))
      assert.equal(new Set(sessions).size, 1)
      assert.match(String(sessions[0]), /^[12]_/)
      assert.equal((await enter('..%2f')).status, 400)
      assert.equal((await enter('a', 'x', 'text/plain')).status, 415)
      assert.equal((await enter('a', `{"name":"${'x'.repeat(20_000)}"}`)).status, 413)
      assert.equal((await fetch(`${server.url}/rooms/a/join`)).status, 405)
      assert.equal((await fetch(`${server.url}/readyz`)).status, 200)
    })
  }
})

async function serve(
  { path = '', options }: Program,
  { module, emulator }: { module: string; emulator: Emulator },
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { url, apiKey, apiSecret } = emulator
  const child = spawn(path, [...options, module, url, apiKey, apiSecret], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const [line] = await once(createInterface(child.stdout), 'line')
  return {
    url: String(line),
    async close() {
      child.kill('SIGKILL')
      await exited
    },
  }
}
