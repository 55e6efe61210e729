import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { requirePrograms } from '../../../scripts/program.ts'
import { freePort } from './free-port.ts'
import type { DatabaseServer } from './database-server.ts'

/** A Postgres of its own, from the Debian package, in a folder that is thrown away. */
export async function startPostgres(): Promise<DatabaseServer> {
  requirePrograms('postgres')
  const postgres = newestPostgres()
  const folder = mkdtempSync(join(tmpdir(), 'ot-room-postgres-'))
  const port = await freePort()
  // Postgres refuses to run as root.
  const identity = identityOf('postgres')
  chmodSync(folder, 0o777)
  const data = join(folder, 'data')
  const initialised = ['-D', data, '-U', 'test', '-A', 'trust', '--no-sync', '-E', 'UTF8']
  execFileSync(join(dirname(postgres), 'initdb'), initialised, { ...identity, stdio: 'ignore' })
  const settings = ['fsync=off', 'max_connections=60', `unix_socket_directories=${folder}`]
  const args = ['-D', data, '-h', '127.0.0.1', '-p', `${port}`]
  const server = spawn(postgres, [...args, ...settings.flatMap((setting) => ['-c', setting])], {
    ...identity,
    stdio: 'ignore',
  })
  const url = `postgres://test@127.0.0.1:${port}/postgres`
  await untilItAnswers(url)
  return {
    url,
    async close() {
      const exited = once(server, 'exit')
      // This one waits until every client has said goodbye.
      server.kill('SIGTERM')
      await exited
      rmSync(folder, { recursive: true })
    },
  }
}

/** Debian keeps it off the PATH. */
function newestPostgres(): string {
  return globSync('/usr/lib/postgresql/*/bin/postgres').toSorted().at(-1) ?? 'postgres'
}

async function untilItAnswers(url: string): Promise<void> {
  for (const end = performance.now() + 20_000; ;) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (performance.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

function identityOf(user: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string) =>
    Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout.trim())
  return { uid: idOf('-u'), gid: idOf('-g') }
}
