// `npm test`: every test there is, in one run, ending with one counted line.
// Arguments narrow it: `npm test -- packages/room` runs the test files whose path contains that text.
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { buildPages } from '@ot-room/demo/built-pages'
import { findHeadlessShell, requireBrowser } from './browser.ts'
import { runComponentTests } from './component-tests.ts'
import { requirePrograms } from './program.ts'

type Counts = { passed: number; failed: number; skipped: number }

const root = join(import.meta.dirname, '..')
const wanted = process.argv.slice(2)
process.env['CHROME_PATH'] = requireBrowser()
const headlessShell = findHeadlessShell()
if (headlessShell) process.env['CHROME_SHELL_PATH'] = headlessShell
requirePrograms('ffmpeg', 'turnserver', 'firefox', 'unzip')
// What only some tests need, they ask for themselves; all of it at once takes a new machine less time.
if (wanted.length === 0) {
  requirePrograms('redis-server', 'postgres', 'php', 'mariadbd', 'wordpress')
}

// Pages of a few files take a visitor half the time of pages from source, and there are some hundreds of visitors.
const pages = mkdtempSync(join(tmpdir(), 'ot-room-pages-'))
process.on('exit', () => rmSync(pages, { recursive: true }))
await buildPages(pages)
process.env['OT_DEMO_PAGES'] = pages

// These wait for servers and databases, or show states without a call. Two calls at a time take as long as one after the other
// on two processors, and what records them gives way to them.
const together = [
  '{packages,apps}/*/src/**/*.test.ts',
  'test/{backend,fuzz,hostile}/**/*.test.ts',
  'test/video-api/{bundles,requests,runtimes}/**/*.test.ts',
  'test/wordpress/{join,rooms}.test.ts',
  'test/e2e/elements/{every-state,parts}.test.ts',
]

const suites = [
  await nodeTests(together, { atOnce: 2 }),
  await componentTests(),
  await nodeTests(['test/**/*.test.ts'], { except: together, atOnce: 1 }),
]
const total = suites.reduce(add)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

async function nodeTests(
  patterns: string[],
  { except = [], atOnce }: { except?: string[]; atOnce: number },
): Promise<Counts> {
  const files = globSync(patterns, { cwd: root, exclude: ['**/node_modules/**', ...except] })
    .filter((file) => wanted.length === 0 || wanted.some((text) => file.includes(text)))
    .toSorted()
    .map((file) => join(root, file))
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
  for await (const text of events.compose(new spec())) process.stdout.write(String(text))
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
