// `npm run conformance`: every public method of the unmodified official server SDKs against the running emulator, as a
// table of SDK, method and result. A result is what users of the method would notice: values of the documented
// shape, the change read back through another method, and the event in a real browser with the unmodified OpenTok.js.
//   ok      it is so
//   FAIL    it is not, or the SDK has a method that no row covers
//   XFAIL   it cannot be, and the line says whose fault that is; XPASS when it suddenly can
//   SKIP    the SDK is not on this machine; the line says how to provide it
// Arguments narrow the table: `npm run conformance -- archive` carries out the rows whose SDK or method contains the text.
// Exit code 1 when anything is FAIL or XPASS. `npm test` carries out the same rows.
import { findHeadlessShell, requireBrowser } from '../../scripts/browser.ts'
import { isTrouble, printed, summary, type ReportLine, type Result } from './report.ts'
import { setStage, type Stage } from './stage.ts'
import { suites } from './suites.ts'
import type { Suite } from './suite.ts'

process.env['CHROME_PATH'] = requireBrowser()
const headlessShell = findHeadlessShell()
if (headlessShell) process.env['CHROME_SHELL_PATH'] = headlessShell
const wanted = process.argv.slice(2)
const lines: ReportLine[] = []
const started = performance.now()

const stage = await setStage()
// The platform and the browser are processes of their own, which would outlive this one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void stage.close().finally(() => process.exit(1)))
}
try {
  for (const suite of suites) await report(suite, stage)
} finally {
  await stage.close()
}
const seconds = ((performance.now() - started) / 1000).toFixed(1)
process.stdout.write(`\n${summary(lines)} (${seconds} s)\n`)
process.exitCode = lines.length === 0 || lines.some(isTrouble) ? 1 : 0

async function report(suite: Suite, stage: Stage): Promise<void> {
  const rows = [...suite.rows.entries()].filter(([, { method }]) =>
    isWanted(`${suite.name} ${method}`),
  )
  if (rows.length === 0) return
  let since = performance.now()
  const tell = (method: string, title: string, result: Result) => {
    const line = { sdk: suite.name, method, title, result, ms: performance.now() - since }
    since = performance.now()
    lines.push(line)
    process.stdout.write(`${printed(line)}\n`)
  }
  const reason = suite.missing()
  if (reason !== undefined) {
    tell('all methods', '', { kind: 'skipped', reason })
    return
  }
  try {
    const open = await suite.open(stage)
    since = performance.now()
    for (const [index, { method, title }] of rows) tell(method, title, await open.perform(index))
    // Objects with methods come back from calls, so only a whole run sees them all.
    if (rows.length === suite.rows.length) {
      for (const method of open.uncovered()) tell(method, '', { kind: 'uncovered' })
    }
    await open.close()
  } catch (error) {
    tell('all methods', 'two visitors meet in a session of the SDK', { kind: 'failed', error })
  }
}

function isWanted(text: string): boolean {
  return (
    wanted.length === 0 || wanted.some((part) => text.toLowerCase().includes(part.toLowerCase()))
  )
}
