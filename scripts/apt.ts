import { execFileSync, spawnSync, type StdioOptions } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Installs Debian's packages where that needs nobody's password; otherwise nothing happens. */
export function installWithApt(...packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return
  process.stderr.write(`Installing ${packages.join(', ')} for the tests (once) ...\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Output goes to stderr; whoever asked sees by what is there afterwards whether it worked.
  // Of two tests that want something at once, one waits for the other.
  const lock = join(tmpdir(), 'ot-room-apt.lock')
  const apt = (...args: string[]): void => {
    const stdio: StdioOptions = ['ignore', 'ignore', 2]
    execFileSync('flock', [lock, 'apt-get', '-qq', ...args], { env, stdio })
  }
  try {
    apt('update')
    apt('install', '-y', '--no-install-recommends', ...packages)
  } catch {
    process.stderr.write('apt-get could not install it.\n')
  }
}
