import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { temporaryFolder, withoutCoturn } from '../testing/coturn.ts'
import type { TemporaryFolder } from '../testing/coturn.ts'

const command = fileURLToPath(new URL('../../cli.ts', import.meta.url))

describe('the TURN server of an emulator', { skip: withoutCoturn, timeout: 30_000 }, () => {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGKILL'] as const) {
    it(`goes with it when it ends by ${signal}, and its folder too`, async (test) => {
      await using folder = await temporaryFolder()
      const emulator = spawn(process.execPath, [command, '--port', '0', '--json'])
      test.after(() => emulator.kill('SIGKILL'))
      await once(emulator.stdout, 'data')
      const client = connect(await listeningPort(folder), '127.0.0.1')
      await once(client, 'connect')
      const gone = new Promise((resolve) => client.on('close', resolve))
      client.on('error', () => undefined).resume()

      const ends = [gone, once(emulator, 'exit'), emptied(folder)]
      emulator.kill(signal)
      await Promise.all(ends)
      assert.deepEqual(await folder.entries(), [])
    })
  }
})

async function listeningPort(folder: TemporaryFolder): Promise<number> {
  const [name = ''] = await folder.entries()
  const text = await readFile(`${folder.path}/${name}/turnserver.conf`, 'utf8')
  return Number(/^listening-port=(\d+)$/m.exec(text)?.[1])
}

/** Watches from now on; resolves when nothing is left in the folder. */
function emptied(folder: TemporaryFolder): Promise<void> {
  return new Promise((resolve, reject) => {
    const watcher = watch(folder.path, () => {
      folder.entries().then((entries) => {
        if (entries.length > 0) return
        watcher.close()
        resolve()
      }, reject)
    })
  })
}
