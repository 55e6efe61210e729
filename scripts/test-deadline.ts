// Loaded into the process of every test file: ends it when it outlives its time, whatever holds it.
// The runner of node:test reports a timeout and then waits for the process for good. A thread of its own
// looks at the clock, because a loop or native code may hold the main one.
import { Worker } from 'node:worker_threads'

const seconds = Number(process.env['TEST_FILE_SECONDS'] ?? '270')

// What a test starts by `fork` would inherit this, and is ended by the test.
process.execArgv = process.execArgv.filter((argument) => !argument.includes('test-deadline'))

const watch = `
  setTimeout(() => {
    require('node:fs').writeSync(2, 'A test file ran for over ${seconds} s and was ended: ' + ${JSON.stringify(process.argv[1] ?? '')} + '\\n')
    process.kill(process.pid, 'SIGKILL')
  }, ${seconds * 1000})`
new Worker(watch, { eval: true, execArgv: [] }).unref()
