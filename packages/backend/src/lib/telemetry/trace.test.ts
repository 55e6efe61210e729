import assert from 'node:assert/strict'
import { test } from 'node:test'
import { traceOf, traceparentOf } from './trace.ts'

const traceId = '0af7651916cd43dd8448eb211c80319c'

test('a request goes on with the trace it belongs to, as a part of its own', () => {
  const trace = traceOf(`00-${traceId}-b7ad6b7169203331-01`)
  assert.equal(trace.traceId, traceId)
  assert.notEqual(trace.spanId, 'b7ad6b7169203331')
  assert.match(traceparentOf(trace), new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`))
})

test('a newer version of the header is understood as far as it is known', () => {
  assert.equal(traceOf(`01-${traceId}-b7ad6b7169203331-00-more`).traceId, traceId)
})

test('what is no valid header begins a trace of its own', () => {
  for (const header of [
    undefined,
    '',
    traceId,
    `ff-${traceId}-b7ad6b7169203331-01`,
    `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `00-${traceId.toUpperCase()}-b7ad6b7169203331-01`,
    `00-${traceId}-b7ad6b7169203331-01more`,
  ]) {
    const trace = traceOf(header)
    assert.notEqual(trace.traceId, traceId)
    assert.match(traceparentOf(trace), /^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/)
  }
})
