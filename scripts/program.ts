import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { installWithApt } from './apt.ts'

type Program = {
  /** Of Debian. */
  readonly packages: readonly string[]
  /** Where it is if it is not on the PATH. */
  readonly files?: string
}

/** What tests run beside the product, and the Debian packages it comes in. */
const programs = {
  ffmpeg: { packages: ['ffmpeg'] },
  turnserver: { packages: ['coturn'] },
  firefox: { packages: ['firefox-esr'] },
  unzip: { packages: ['unzip'] },
  'redis-server': { packages: ['redis-server'] },
  postgres: { packages: ['postgresql'], files: '/usr/lib/postgresql/*/bin/postgres' },
  php: { packages: ['php-cli', 'php-mysql', 'php-xml', 'php-mbstring', 'php-curl'] },
  mariadbd: { packages: ['mariadb-server'], files: '/usr/sbin/mariadbd' },
  wordpress: {
    packages: ['wordpress', 'wordpress-theme-twentytwentythree'],
    files: '/usr/share/wordpress/wp-load.php',
  },
} as const satisfies Record<string, Program>

export type ProgramName = keyof typeof programs

/**
 * Sees to it that programs are there, installing Debian's where that needs nobody's password.
 * Throws a sentence that says how to get them.
 */
export function requirePrograms(...names: readonly ProgramName[]): void {
  const missing = names.filter((name) => !isThere(name))
  if (missing.length === 0) return
  const packages = missing.flatMap((name) => programs[name].packages)
  installWithApt(...packages)
  const still = missing.filter((name) => !isThere(name))
  if (still.length === 0) return
  throw new Error(
    `The tests need ${still.join(', ')} (Debian, Ubuntu: "sudo apt-get install ${packages.join(' ')}").`,
  )
}

function isThere(name: ProgramName): boolean {
  const { files }: Program = programs[name]
  if (files !== undefined && globSync(files).length > 0) return true
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0
}
