import { spawnSync } from 'node:child_process'
import { installWithApt } from './apt.ts'

/** Programs that tests run beside the product, and the Debian packages they come in. */
const packages = {
  ffmpeg: ['ffmpeg'],
  turnserver: ['coturn'],
  firefox: ['firefox-esr'],
  unzip: ['unzip'],
  'redis-server': ['redis-server'],
  php: ['php-cli', 'php-mysql', 'php-xml', 'php-mbstring', 'php-curl'],
  mariadbd: ['mariadb-server'],
} as const

/**
 * Sees to it that programs are on the PATH, installing Debian's where that needs nobody's password.
 * Throws a sentence that says how to get them.
 */
export function requirePrograms(...names: readonly (keyof typeof packages)[]): void {
  const missing = names.filter((name) => !isThere(name))
  if (missing.length === 0) return
  const wanted = missing.flatMap((name) => packages[name])
  installWithApt(...wanted)
  const still = missing.filter((name) => !isThere(name))
  if (still.length === 0) return
  throw new Error(
    `The tests need ${still.join(', ')} on the PATH (Debian, Ubuntu: "sudo apt-get install ${wanted.join(' ')}").`,
  )
}

function isThere(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0
}
