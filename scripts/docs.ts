// `npm run docs`: writes what documentation takes from the code.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

for (const [command, ...args] of [
  [process.execPath, 'packages/emulator/src/lib/readme/write.ts'],
  [process.execPath, 'scripts/manifest.ts'],
  ['prettier', '--write', '--log-level=warn', 'packages/emulator/README.md'],
] as const) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
