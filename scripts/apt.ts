import { execFileSync, spawnSync } from 'node:child_process'

/** Installs Debian's packages where that needs nobody's password; otherwise nothing happens. */
export function installWithApt(...packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return
  process.stderr.write(`Installing ${packages.join(', ')} for the tests (once) ...\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Output goes to stderr; whoever asked sees by what is there afterwards whether it worked.
  const apt = (...args: string[]): void => {
    execFileSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 2] })
  }
  try {
    apt('update')
    apt('install', '-y', '--no-install-recommends', ...packages)
  } catch {
    process.stderr.write('apt-get could not install it.\n')
  }
}
