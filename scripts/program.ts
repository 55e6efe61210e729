import { spawnSync } from 'node:child_process'
import { installWithApt } from './apt.ts'

/** Programs that tests run beside the product, and the Debian packages they come in. */
const packages = {
  ffmpeg: 'ffmpeg',
  turnserver: 'coturn',
  firefox: 'firefox-esr',
  unzip: 'unzip',
  'redis-server': 'redis-server',
} as const

/**
 * Sees to it that a program is on the PATH, installing Debian's where that needs nobody's password.
 * Throws a sentence that says how to get it.
 */
export function requireProgram(name: keyof typeof packages): void {
  if (isThere(name)) return
  installWithApt(packages[name])
  if (isThere(name)) return
  throw new Error(
    `The tests need ${name} on the PATH (Debian, Ubuntu: "sudo apt-get install ${packages[name]}").`,
  )
}

function isThere(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0
}
