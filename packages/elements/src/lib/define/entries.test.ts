import assert from 'node:assert/strict'
import { test } from 'node:test'

test('the classes can be imported where there is no browser, and register nothing', async () => {
  const { OtRoom } = await import('../../index.ts')
  assert.equal(typeof OtRoom, 'function')
  assert.equal(globalThis.customElements?.get('ot-room'), undefined)
})

test('registering where there is no browser does no harm, however often', async () => {
  const { defineRoom } = await import('../../define.ts')
  const { defineCall, defineLobby } = await import('../../define-parts.ts')
  for (const again of [defineRoom, defineCall, defineLobby]) assert.doesNotThrow(again)
})
