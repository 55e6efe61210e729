// `npm run check`: format, lint, types and package manifests, in seconds. The import table is held by test/boundaries.test.ts.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const projects = globSync('{packages/*,apps/*,test,scripts}/tsconfig.json', { cwd: root })

const steps: [name: string, command: string, ...args: string[]][] = [
  ['format', 'prettier', '--check', '--log-level=warn', '.'],
  ['lint', 'oxlint', '--type-aware', '--quiet', 'packages', 'apps', 'test', 'scripts'],
  ['types', 'tsc', '-b', ...projects],
  ...globSync('packages/*/package.json', { cwd: root }).map(
    (manifest): [string, string, ...string[]] => [
      manifest,
      'publint',
      join(manifest, '..'),
      '--pack=false',
    ],
  ),
  ['boundaries', process.execPath, '--test', '--test-reporter=dot', 'test/boundaries.test.ts'],
]

const failed = steps.filter(([name, command, ...args]) => {
  const started = performance.now()
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const ok = result.status === 0
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`)
  if (!ok)
    process.stdout.write(
      `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}\n`,
    )
  return !ok
})
process.exit(failed.length > 0 ? 1 : 0)
