import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { after, publishing, sessionOf, withMedia } from '../../testing/session.ts'
import { handle } from '../handle.ts'
import type { Message } from '../message.ts'
import type { Outcome } from '../outcome.ts'
import { platform } from '../sender.ts'
import type { Session } from '../session.ts'

const routed = () =>
  after(sessionOf({ alice: 'publisher', bob: 'publisher' }, { mediaMode: 'routed' }), [
    'alice',
    publishing('A'),
  ])
const guest = { connection: 'line', role: 'publisher', data: '', layoutClasses: [] } as const
const connector = { type: 'start-connector', id: 'C', guest, hears: [] } as const
const voice = { id: 'V', name: '', channel: [{ id: 'audio1', type: 'audio', active: true }] }
const mute = (active: boolean): Message => ({
  type: 'update-channel',
  stream: 'A',
  channel: 'audio1',
  content: { active },
})
const captions: Message = {
  type: 'start-captions',
  id: 'T',
  settings: { languageCode: 'de-DE', maxDuration: 300, partialCaptions: true },
}

/** What listeners are told to hear after a message, as `listener: streams`. */
function heardAfter(session: Session, from: string, message: Message): readonly string[] {
  return heardIn(withMedia(handle(session, from, message)))
}

function heardIn({ effects }: Outcome): readonly string[] {
  return effects.flatMap((effect) => {
    if (effect.type !== 'booth') return []
    const { command } = effect
    if (command.type === 'stop-hearing') return [`${command.listener.id}: over`]
    if (command.type !== 'hear') return []
    return [`${command.listener.id}: ${command.streams.map(({ source }) => source).join(' ')}`]
  })
}

describe('an Audio Connector', () => {
  it('hears who is there, who comes, and nobody who is muted or has left', () => {
    const session = routed()
    assert.deepEqual(heardAfter(session, platform, connector), ['C: publisher.A.1'])
    const begun = after(session, [platform, connector])
    assert.deepEqual(heardAfter(begun, 'bob', publishing('B')), ['C: publisher.A.1 publisher.B.1'])
    assert.deepEqual(heardAfter(begun, 'alice', mute(false)), ['C: '])
    const muted = after(begun, ['alice', mute(false)])
    assert.deepEqual(heardAfter(muted, 'alice', mute(true)), ['C: publisher.A.1'])
    assert.deepEqual(heardAfter(begun, 'alice', { type: 'unpublish', stream: 'A' }), ['C: '])
    assert.deepEqual(heardAfter(begun, platform, { type: 'wake' }), [])
  })

  it('hears only those it was told of, and never itself', () => {
    const chosen = after(routed(), ['bob', publishing('B')])
    const hears = heardAfter(chosen, platform, { ...connector, hears: ['B'] })
    assert.deepEqual(hears, ['C: publisher.B.1'])
    assert.deepEqual(heardAfter(routed(), platform, { ...connector, stream: voice }), [
      'C: publisher.A.1',
    ])
  })

  it('hears nothing any more when it ends', () => {
    const begun = after(routed(), [platform, connector])
    const over = ['C: over']
    assert.deepEqual(heardAfter(begun, platform, { type: 'stop-connector', id: 'C' }), over)
    const putOut: Message = { type: 'force-disconnect', connection: 'line' }
    assert.deepEqual(heardAfter(begun, platform, putOut), over)
  })

  it('is refused where all sound is encrypted', () => {
    const session = sessionOf({}, { mediaMode: 'routed', e2ee: true })
    assert.equal(handle(session, platform, connector).session, session)
  })
})

describe('captions', () => {
  it('are made of the streams whose publishers want them', () => {
    const session = after(routed(), ['bob', captioned('B')])
    assert.deepEqual(heardAfter(session, platform, captions), ['T: publisher.B.1'])
    const begun = after(session, [platform, captions])
    assert.deepEqual(heardAfter(begun, platform, { type: 'stop-captions', id: 'T' }), ['T: over'])
  })

  it('are shown only when a sentence is over, when nothing else was asked for', () => {
    const settings = { languageCode: 'en-US', maxDuration: 300, partialCaptions: false }
    const session = after(
      routed(),
      ['bob', captioned('B')],
      ['alice', subscribing],
      ['alice', wanting],
      [platform, { type: 'start-captions', id: 'T', settings }],
    )
    const say = (isFinal: boolean) => {
      const said = { type: 'caption', id: 'X', stream: 'B', text: 'good', isFinal } as const
      return handle(session, platform, said).effects.filter(({ type }) => type === 'push').length
    }
    assert.deepEqual([say(false), say(true)], [0, 1])
  })
})

const subscribing: Message = {
  type: 'subscribe',
  stream: 'B',
  subscription: 'SUB',
  encrypted: false,
  wants: { audio: true, video: true, width: 0, height: 0, frameRate: 0, restrictsFrameRate: false },
}
const wanting: Message = {
  type: 'update-subscription',
  stream: 'B',
  subscription: 'SUB',
  channel: 'caption1',
  content: { active: true },
}

function captioned(stream: string): Message {
  const published = publishing(stream)
  const channel = [
    ...channelsOf(published.content),
    { id: 'caption1', type: 'caption', active: true },
  ]
  return { ...published, content: { ...published.content, channel } }
}

function channelsOf({ channel }: ReturnType<typeof publishing>['content']) {
  return Array.isArray(channel) ? channel : []
}
