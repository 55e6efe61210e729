import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decodeRaptor, encodeJson } from './raptor.ts'

describe('a Raptor message', () => {
  it('has an empty body when none was sent', () => {
    const message = decodeRaptor(encodeJson({ method: 'delete', uri: '/x' }))
    assert.deepEqual(message, { method: 'delete', uri: '/x', content: {} })
  })

  it('is refused with a syntax error when it is not one', () => {
    const bad = ['', 'null', '[]', '"text"', '{', '{"method":1,"uri":"/"}', '{"method":"create"}']
    for (const text of [...bad, '{"method":"create","uri":"/","content":[]}']) {
      assert.throws(() => decodeRaptor(new TextEncoder().encode(text)), SyntaxError, text)
    }
    assert.throws(() => decodeRaptor(Uint8Array.of(0xff, 0xfe)), SyntaxError)
  })

  it('is refused when it is nested so deeply that it could not be passed on', () => {
    const deep = `{"method":"signal","uri":"/","content":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`
    assert.throws(() => decodeRaptor(new TextEncoder().encode(deep)), /nested/)
  })
})
