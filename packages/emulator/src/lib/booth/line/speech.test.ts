import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createSpeech } from './speech.ts'

describe('what a server says', () => {
  it('is played in frames, however it was sent, with silence at its end', () => {
    const speech = createSpeech(100)
    speech.say(Int16Array.of(1))
    speech.say(Int16Array.of(2, 3, 4, 5))
    assert.deepEqual([...(speech.next(3) ?? [])], [1, 2, 3])
    assert.deepEqual([...(speech.next(3) ?? [])], [4, 5, 0])
    assert.equal(speech.next(3), undefined)
  })

  it('is forgotten when it is cleared', () => {
    const speech = createSpeech(100)
    speech.say(Int16Array.of(1, 2, 3, 4))
    speech.next(2)
    speech.clear()
    assert.equal(speech.next(2), undefined)
    speech.say(Int16Array.of(9))
    assert.deepEqual([...(speech.next(1) ?? [])], [9])
  })

  it('tells when what was said until then has been played, or cleared', () => {
    const told: string[] = []
    const speech = createSpeech(100)
    speech.afterwards(() => told.push('nothing'))
    speech.say(Int16Array.of(1, 2))
    speech.afterwards(() => told.push('two'))
    speech.say(Int16Array.of(3, 4))
    speech.afterwards(() => told.push('four'))
    assert.deepEqual(told, ['nothing'])
    speech.next(2)
    assert.deepEqual(told, ['nothing', 'two'])
    speech.clear()
    assert.deepEqual(told, ['nothing', 'two', 'four'])
  })

  it('takes no more than it can hold', () => {
    const speech = createSpeech(3)
    speech.say(Int16Array.of(1, 2))
    speech.say(Int16Array.of(3, 4))
    speech.say(Int16Array.of(5))
    assert.deepEqual([...(speech.next(5) ?? [])], [1, 2, 3, 0, 0])
  })
})
