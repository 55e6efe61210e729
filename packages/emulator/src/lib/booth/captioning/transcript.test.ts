import assert from 'node:assert/strict'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, it } from 'node:test'
import type { Recogniser } from './recogniser.ts'
import { createTranscript } from './transcript.ts'

function transcriptOf(recognise: Recogniser) {
  const said: string[] = []
  const logged: string[] = []
  const transcript = createTranscript({
    sessionId: 'S',
    streamId: 'ST',
    language: 'en-US',
    sampleRate: 16_000,
    recognise,
    said: ({ text, isFinal }) => said.push(isFinal ? `${text}.` : text),
    log: (line) => logged.push(line),
  })
  return { transcript, said, logged }
}

const frame = new Int16Array(320)

describe('a transcript', () => {
  it('is what a recogniser says, until it ends', () => {
    const { transcript, said } = transcriptOf(({ streamId, language, say }) => ({
      hear: () => {
        say('good', { isFinal: false })
        say(`good morning to ${streamId} in ${language}`)
      },
      end: () => say('good bye'),
    }))
    transcript.hear(frame)
    transcript.end()
    transcript.hear(frame)
    assert.deepEqual(said, ['good', 'good morning to ST in en-US.', 'good bye.'])
  })

  const failures: Readonly<Record<string, Recogniser>> = {
    'cannot begin': () => {
      throw new Error('no model')
    },
    'throws while it hears': () => ({
      hear: () => {
        throw new Error('no model')
      },
    }),
    'rejects while it hears': () => ({ hear: () => Promise.reject(new Error('no model')) }),
  }
  for (const [how, recognise] of Object.entries(failures)) {
    it(`ends with one sentence in the log when its recogniser ${how}`, async () => {
      const { transcript, logged } = transcriptOf(recognise)
      transcript.hear(frame)
      transcript.hear(frame)
      await turn()
      transcript.hear(frame)
      transcript.end()
      assert.deepEqual(logged, [
        'captions of stream ST end, because their recogniser failed: no model',
      ])
    })
  }

  it('says nothing more after its recogniser has failed', () => {
    let sayLater = (_text: string): void => undefined
    const { transcript, said } = transcriptOf(({ say }) => {
      sayLater = say
      return {
        hear: () => {
          throw new Error('no model')
        },
      }
    })
    transcript.hear(frame)
    sayLater('a ghost')
    assert.deepEqual(said, [])
  })
})
