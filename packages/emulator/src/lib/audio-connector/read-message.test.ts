import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readAudioMessage } from './read-message.ts'
import { writeSound } from './transport.ts'
import type { AudioTransport } from './transport.ts'

const binary = { type: 'binary' } as const
const json = {
  type: 'json',
  audioField: 'heard',
  receiveAudioField: 'said',
  staticFields: { room: 'support' },
} as const
const textOf = (text: string, transport: AudioTransport = binary) =>
  readAudioMessage(Buffer.from(text), { isBinary: false, transport })

describe('a message of an audio server', () => {
  it('is sound when it is binary', () => {
    const message = readAudioMessage(Buffer.from([1, 0, 0xff, 0xff]), {
      isBinary: true,
      transport: binary,
    })
    assert.deepEqual(message, { type: 'sound', samples: Int16Array.of(1, -1) })
  })

  it('is sound in a field of JSON when that was agreed', () => {
    const sound = { type: 'sound', samples: Int16Array.of(1, -1) }
    assert.deepEqual(textOf('{"said":"AQD//w=="}', json), sound)
    assert.equal(textOf('{"heard":"AQD//w=="}', json), undefined)
    assert.equal(textOf('{"said":"AQD//w=="}'), undefined)
    const bytes = Buffer.from([1, 0])
    assert.equal(readAudioMessage(bytes, { isBinary: true, transport: json }), undefined)
    assert.deepEqual(textOf('{"action":"clear"}', json), { type: 'clear', answers: true })
    assert.equal(writeSound(json, Int16Array.of(1, -1)), '{"room":"support","heard":"AQD//w=="}')
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
