import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timeoutSignal } from './timeout-signal.ts'

test('a timeout aborts its signal, with and without AbortSignal.timeout', async (t) => {
  const { timeout } = AbortSignal
  t.after(() => Object.assign(AbortSignal, { timeout }))
  for (const known of [timeout, undefined]) {
    Object.assign(AbortSignal, { timeout: known })
    const signal = timeoutSignal(5)
    assert.equal(signal.aborted, false)
    // Node's own signal keeps no process alive.
    const alive = setInterval(() => undefined, 1000)
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    clearInterval(alive)
    assert.equal(signal.reason.name, 'TimeoutError')
  }
})
