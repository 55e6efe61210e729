// Loaded into the process of every test file: ends it when it outlives its time, whatever holds it, and what it has started.
// The runner of node:test reports a timeout and then waits for the process for good. A thread of its own
// looks at the clock, because a loop or native code may hold the main one.
import { readdirSync, readFileSync, writeSync } from 'node:fs'
import { isMainThread, Worker, workerData } from 'node:worker_threads'

const seconds = Number(process.env['TEST_FILE_SECONDS'] ?? '270')

if (isMainThread) {
  // What a test starts by `fork` would inherit this, and is ended by the test.
  process.execArgv = process.execArgv.filter((argument) => !argument.includes('test-deadline'))
  new Worker(import.meta.filename, { execArgv: [], workerData: process.argv[1] }).unref()
} else {
  setTimeout(end, seconds * 1000)
}

function end(): void {
  writeSync(2, `A test file ran for over ${seconds} s and was ended: ${String(workerData)}\n`)
  for (const child of children()) process.kill(child, 'SIGTERM')
  process.kill(process.pid, 'SIGKILL')
}

/** Servers and browsers would outlive the test that started them. Only Linux tells who they are. */
function children(): number[] {
  if (process.platform !== 'linux') return []
  const threads = readdirSync('/proc/self/task')
  return threads.flatMap((thread) => {
    const ids = readFileSync(`/proc/self/task/${thread}/children`, 'utf8')
    return ids.split(' ').filter(Boolean).map(Number)
  })
}
