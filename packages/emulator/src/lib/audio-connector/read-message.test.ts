import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readAudioMessage } from './read-message.ts'

const textOf = (text: string) => readAudioMessage(Buffer.from(text), { isBinary: false })

describe('a message of an audio server', () => {
  it('is sound when it is binary', () => {
    const message = readAudioMessage(Buffer.from([1, 0, 0xff, 0xff]), { isBinary: true })
    assert.deepEqual(message, { type: 'sound', samples: Int16Array.of(1, -1) })
  })

  it('is a command when it is a known one', () => {
    assert.deepEqual(textOf('{"event":"clearAudio"}'), { type: 'clear', answers: false })
    assert.deepEqual(textOf('{"action":"clear"}'), { type: 'clear', answers: true })
    assert.deepEqual(textOf('{"action":"notify","payload":{"part":7}}'), {
      type: 'notify',
      payload: { part: 7 },
    })
  })

  it('is nothing when it cannot be understood', () => {
    for (const text of ['', '{', '[]', 'null', '7', '{"action":"dance"}']) {
      assert.equal(textOf(text), undefined)
    }
  })
})
