// `npm test`: every test there is, in one run, ending with one counted line.
// Arguments narrow it: `npm test -- packages/room` runs the test files whose path contains that text.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { requireBrowser } from './browser.ts'
import { runComponentTests } from './component-tests.ts'
import { requireProgram } from './program.ts'

type Counts = { passed: number; failed: number; skipped: number }

const root = join(import.meta.dirname, '..')
const wanted = process.argv.slice(2)
process.env['CHROME_PATH'] = requireBrowser()
requireProgram('ffmpeg')
requireProgram('turnserver')
requireProgram('firefox')
requireProgram('unzip')

// Little of this wants a processor for long, and most of what the others do is to wait for pictures and networks.
const beside = new Set(
  globSync(['test/*.test.ts', 'test/{backend,conformance,elements,fuzz,video-api}/**/*.test.ts'], {
    cwd: root,
  }),
)
const besideLater: string[] = []
const suites = [
  await nodeTests(filesOf(['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts']), {
    atOnce: 2,
    write: print,
  }),
  await componentTests(),
  ...(await Promise.all([
    // Each of these starts the whole stack and a browser that encodes video; two of them are slower than their networks expect.
    nodeTests(
      filesOf(['test/**/*.test.ts']).filter((file) => !beside.has(file)),
      { atOnce: 1, write: print },
    ),
    nodeTests(
      filesOf(['test/**/*.test.ts']).filter((file) => beside.has(file)),
      { atOnce: 1, write: (text) => besideLater.push(text) },
    ),
  ])),
]
print(besideLater.join(''))
const total = suites.reduce(add)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

/** The files of these patterns that were asked for, from the repository's root. */
function filesOf(patterns: string[]): string[] {
  return globSync(patterns, { cwd: root, exclude: ['**/node_modules/**'] })
    .filter((file) => wanted.length === 0 || wanted.some((text) => file.includes(text)))
    .toSorted()
}

function print(text: string): void {
  process.stdout.write(text)
}

async function nodeTests(
  names: string[],
  { atOnce, write }: { atOnce: number; write: (text: string) => void },
): Promise<Counts> {
  const files = names.map((name) => join(root, name))
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 }
  if (files.length === 0) return counts
  const execArgv = [`--import=${join(root, 'scripts/test-deadline.ts')}`]
  const events = run({ files, concurrency: atOnce, timeout: 240_000, execArgv })
  events.on('test:summary', (summary) => {
    if (summary.file !== undefined) return
    counts.passed = summary.counts.passed
    counts.failed =
      summary.counts.tests - summary.counts.passed - summary.counts.skipped - summary.counts.todo
    counts.skipped = summary.counts.skipped
  })
  for await (const text of events.compose(new spec())) write(String(text))
  return counts
}

async function componentTests(): Promise<Counts> {
  const folder = join(root, 'packages/elements')
  if (wanted.length > 0 && !wanted.some((text) => 'packages/elements'.includes(text))) {
    return { passed: 0, failed: 0, skipped: 0 }
  }
  return runComponentTests(folder)
}

function add(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  }
}
