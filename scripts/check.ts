// `npm run check`: format, lint, types, what would be published, and the import table, in seconds.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { withPnpm } from './pnpm.mjs'

type Step = readonly [name: string, command: string, ...args: string[]]

const root = join(import.meta.dirname, '..')
const [npx, ...pnpmOptions] = withPnpm
const projects = globSync('{packages/*,apps/*,test,scripts,bench}/tsconfig.json', { cwd: root })

const steps: Step[] = [
  ['format', 'prettier', '--check', '--log-level=warn', '.'],
  ['lint', 'oxlint', '--type-aware', '--quiet', 'packages', 'apps', 'test', 'scripts', 'bench'],
  ['types', 'tsc', '-b', ...projects],
  ['manifest', process.execPath, 'scripts/manifest.ts', '--check'],
  ['effects', 'vite', 'build', '--logLevel', 'error', 'packages/effects'],
  // It looks at the packed files, and pnpm packs them.
  ...globSync('packages/*', { cwd: root }).map((folder): Step => {
    return [folder, npx, ...pnpmOptions, 'publint', '--strict', folder]
  }),
  ['boundaries', process.execPath, '--test', '--test-reporter=dot', 'test/boundaries.test.ts'],
]

const failed = steps.filter((step) => !passes(step))
process.exit(failed.length > 0 ? 1 : 0)

function passes([name, command, ...args]: Step): boolean {
  const started = performance.now()
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const ok = result.status === 0
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`)
  if (!ok)
    process.stdout.write([result.stdout, result.stderr, result.error?.message, ''].join('\n'))
  return ok
}
