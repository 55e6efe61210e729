import { startTestRunner, type TestRunner } from '@web/test-runner'

type Session = ReturnType<TestRunner['sessions']['get']>
type Suite = NonNullable<NonNullable<Session>['testResults']>
type Test = Suite['tests'][number]

/** Runs a package's component tests in a real browser and counts them; a file that does not load counts as a failure. */
export async function runComponentTests(
  folder: string,
): Promise<{ passed: number; failed: number; skipped: number }> {
  const before = process.cwd()
  process.chdir(folder)
  try {
    const runner = await startTestRunner({ readCliArgs: false, autoExitProcess: false })
    if (!runner) return { passed: 0, failed: 1, skipped: 0 }
    await new Promise<void>((resolve) => runner.on('stopped', () => resolve()))
    const sessions = [...runner.sessions.all()]
    const results = sessions.flatMap((session) =>
      session.testResults ? testsOf(session.testResults) : [],
    )
    const broken = sessions.filter(
      (session) => !session.passed && !results.some((test) => !test.passed),
    )
    return {
      passed: results.filter((test) => test.passed && !test.skipped).length,
      failed: results.filter((test) => !test.passed && !test.skipped).length + broken.length,
      skipped: results.filter((test) => test.skipped).length,
    }
  } finally {
    process.chdir(before)
  }
}

function testsOf(suite: Suite): Test[] {
  return [...suite.tests, ...suite.suites.flatMap(testsOf)]
}
