import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A MariaDB of its own that listens on a socket only, in a folder that is thrown away. */
export type MariaDb = {
  socket: string
  /** Runs statements as its owner. */
  sql(statements: string): void
  close(): Promise<void>
}

export async function startMariaDb(): Promise<MariaDb> {
  const folder = mkdtempSync(join(tmpdir(), 'ot-room-mariadb-'))
  const socket = join(folder, 'socket')
  // Without files of configuration it is the same everywhere; it runs as root only when it is told to.
  const common = ['--no-defaults', `--datadir=${folder}/data`, ...(isRoot() ? ['--user=root'] : [])]
  const install = [
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
  ]
  execFileSync('mariadb-install-db', [...common, ...install], { stdio: 'ignore' })
  const fast = ['--skip-networking', '--innodb-flush-log-at-trx-commit=0', '--skip-log-bin']
  const server = spawn(daemon(), [...common, ...fast, `--socket=${socket}`], { stdio: 'ignore' })
  const exited = once(server, 'exit')
  const client = ['--no-defaults', `--socket=${socket}`, '--user=root']
  for (const end = performance.now() + 20_000; ;) {
    const asked = spawnSync('mariadb', [...client, '-e', 'SELECT 1'], { encoding: 'utf8' })
    if (asked.status === 0) break
    if (performance.now() > end) throw new Error(`MariaDB does not answer: ${asked.stderr}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    socket,
    sql: (statements) => {
      execFileSync('mariadb', [...client, '-e', statements], {
        stdio: ['ignore', 'ignore', 'pipe'],
      })
    },
    close: async () => {
      server.kill('SIGKILL')
      await exited
      rmSync(folder, { recursive: true })
    },
  }
}

/** Debian keeps it off the PATH of people who are not root. */
function daemon(): string {
  return spawnSync('sh', ['-c', 'command -v mariadbd']).status === 0
    ? 'mariadbd'
    : '/usr/sbin/mariadbd'
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}
