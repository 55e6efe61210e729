import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { MediaCommand, MediaEvent } from '../../media/command.ts'
import { wantsEverything } from '../../media/wants.ts'
import { after, answerOf, linesOf, publishing, sessionOf } from '../../testing/session.ts'
import { handle } from '../handle.ts'
import type { Message } from '../message.ts'
import type { Outcome } from '../outcome.ts'
import { platform } from '../sender.ts'
import type { Session } from '../session.ts'

const roles = { alice: 'publisher', bob: 'publisher' } as const
const empty = sessionOf(roles, { mediaMode: 'routed' })
const live = after(empty, ['alice', publishing('st')])
const watch: Message = {
  type: 'subscribe',
  stream: 'st',
  subscription: 'sub',
  encrypted: false,
  wants: { ...wantsEverything, width: 320, height: 180 },
}
const watched = after(live, ['bob', watch])
const publisherLeg = 'publisher.st.1'
const subscriberLeg = 'subscriber.sub.1'

function commandsOf({ effects }: Outcome): readonly MediaCommand[] {
  return effects.flatMap((effect) => (effect.type === 'media' ? [effect.command] : []))
}

function hear(session: Session, event: MediaEvent): Outcome {
  return handle(session, platform, { type: 'media', event })
}

describe('publishing to the media router', () => {
  const asked = handle(empty, 'alice', publishing('st'))

  it('asks the publisher for an offer, and nobody hears of the stream before its media is there', () => {
    assert.deepEqual(linesOf(asked), [
      'alice: generateoffer /stream/st {"peerId":"publisher.st.1","sourceStreamId":"MANTIS","simulcastEnabled":true}',
    ])
    assert.deepEqual(
      commandsOf(asked).map(({ type }) => type),
      ['open-publisher'],
    )
    const connected = hear(asked.session, { type: 'connected', leg: publisherLeg })
    assert.deepEqual(
      linesOf(connected).map((line) => line.split(' {')[0]),
      ['alice: created /stream/st', 'bob: created /stream/st'],
    )
    assert.deepEqual(linesOf(hear(connected.session, { type: 'connected', leg: publisherLeg })), [])
  })

  it('takes what the publisher says to the router and back, and refuses it from others', () => {
    const offer: Message = {
      type: 'negotiate',
      step: 'offer',
      stream: 'st',
      content: { sdp: 'v=0', peerId: publisherLeg },
    }
    const passed = handle(asked.session, 'alice', offer)
    assert.deepEqual(commandsOf(passed), [
      { type: 'negotiate', leg: publisherLeg, step: 'offer', sdp: 'v=0' },
    ])
    assert.equal(answerOf(handle(asked.session, 'bob', offer)).status, 403)
    assert.equal(answerOf(handle(asked.session, 'alice', { ...offer, content: {} })).status, 400)
    assert.equal(answerOf(handle(empty, 'alice', offer)).status, 404)
    const answer = { type: 'negotiate', leg: publisherLeg, step: 'answer', sdp: 'v=1' } as const
    assert.deepEqual(linesOf(hear(asked.session, answer)), [
      'alice: answer /stream/st {"peerId":"publisher.st.1","sourceStreamId":"MANTIS","type":"answer","sdp":"v=1"}',
    ])
  })

  it('keeps what the publisher changes meanwhile, and leaves nothing when it gives up', () => {
    const mute = {
      type: 'update-channel',
      stream: 'st',
      channel: 'audio1',
      content: { active: false },
    } as const
    const muted = after(asked.session, ['alice', mute])
    const connected = hear(muted, { type: 'connected', leg: publisherLeg })
    assert.equal(connected.session.streams.get('st')?.channels[1]?.['active'], false)
    for (const message of [
      { type: 'unpublish', stream: 'st' },
      { type: 'leave', reason: 'clientDisconnected' },
    ] as const) {
      const gone = handle(asked.session, 'alice', message)
      assert.equal(gone.session.unannounced.size, 0)
      assert.deepEqual(commandsOf(gone), [{ type: 'close', leg: publisherLeg }])
      assert.deepEqual(
        linesOf(gone).filter((line) => line.includes('/stream/')),
        [],
      )
    }
  })
})

describe('subscribing to the media router', () => {
  it('opens a leg with what the subscriber wants, and follows its wishes', () => {
    const [opened] = commandsOf(handle(live, 'bob', watch))
    assert.deepEqual(opened, {
      type: 'open-subscriber',
      leg: subscriberLeg,
      network: { connection: 'bob', impairment: { up: {}, down: {} } },
      source: publisherLeg,
      wants: { ...wantsEverything, width: 320, height: 180 },
      fallback: 'none',
    })
    const update = { type: 'update-subscription', stream: 'st', subscription: 'sub' } as const
    const preferring: Message = {
      ...update,
      channel: 'video1',
      content: { preferredWidth: 1280, preferredHeight: 720 },
    }
    const preferred = handle(watched, 'bob', preferring)
    assert.deepEqual(commandsOf(preferred), [
      { type: 'want', leg: subscriberLeg, wants: { ...wantsEverything, width: 1280, height: 720 } },
    ])
    assert.deepEqual(commandsOf(handle(preferred.session, 'bob', preferring)), [])
    const echo: Message = {
      ...update,
      channel: 'video1',
      content: { active: false, activeReason: 'auto' },
    }
    assert.deepEqual(commandsOf(handle(watched, 'bob', echo)), [])
  })

  it('negotiates with the subscriber alone', () => {
    const offer = { type: 'negotiate', leg: subscriberLeg, step: 'offer', sdp: 'v=0' } as const
    assert.deepEqual(linesOf(hear(watched, offer)), [
      'bob: offer /stream/st/subscriber/sub {"peerId":"subscriber.sub.1","sourceStreamId":"MANTIS","type":"offer","sdp":"v=0"}',
    ])
    const candidate: Message = {
      type: 'negotiate',
      step: 'candidate',
      stream: 'st',
      subscription: 'sub',
      content: { candidate: 'candidate:1 1 udp 1 10.0.0.1 9 typ host', sdpMid: '1' },
    }
    assert.equal(commandsOf(handle(watched, 'bob', candidate)).length, 1)
    assert.equal(answerOf(handle(watched, 'alice', candidate)).status, 403)
    const end = { ...candidate, content: { candidate: '' } }
    assert.deepEqual(commandsOf(handle(watched, 'bob', end)), [])
  })

  it('ends with the subscriber, with the stream, and with the publisher', () => {
    const close = { type: 'close', leg: subscriberLeg }
    const unsubscribe: Message = { type: 'unsubscribe', stream: 'st', subscription: 'sub' }
    const leave: Message = { type: 'leave', reason: 'networkDisconnected' }
    assert.deepEqual(commandsOf(handle(watched, 'bob', unsubscribe)), [close])
    assert.deepEqual(commandsOf(handle(watched, 'bob', leave)), [close])
    const gone = [close, { type: 'close', leg: publisherLeg }]
    assert.deepEqual(
      commandsOf(handle(watched, 'alice', { type: 'unpublish', stream: 'st' })),
      gone,
    )
    assert.deepEqual(commandsOf(handle(watched, 'alice', leave)), gone)
  })
})

describe('the quality of one subscriber', () => {
  const told = (event: (MediaEvent & { type: 'quality' })['event']) =>
    linesOf(hear(watched, { type: 'quality', leg: subscriberLeg, event }))

  it('is told to that subscriber, in the words that OpenTok.js knows', () => {
    const path = '/stream/st/subscriber/sub/channel/video1'
    assert.deepEqual(told('warned'), [`bob: updated ${path} {"disableWarning":true}`])
    assert.deepEqual(told('warning-lifted'), [`bob: updated ${path} {"disableWarning":false}`])
    assert.deepEqual(told('video-disabled'), [`bob: update ${path} {"active":false}`])
    assert.deepEqual(told('video-enabled'), [`bob: update ${path} {"active":true}`])
  })
})

describe('media that was lost', () => {
  it('is opened again, and publishers are asked to send anew', () => {
    const lost = handle(watched, platform, { type: 'media-lost' })
    assert.deepEqual(
      commandsOf(lost).map(({ type }) => type),
      ['open-subscriber', 'open-publisher'],
    )
    assert.match(linesOf(lost)[0] ?? '', /^alice: generateoffer \/stream\/st /)
    const relayed = sessionOf(roles)
    assert.deepEqual(commandsOf(handle(relayed, platform, { type: 'media-lost' })), [])
  })
})

describe('a publisher whose connection cannot be used', () => {
  it('is asked to offer once more', () => {
    const wanted = { type: 'offer-wanted', leg: publisherLeg } as const
    const asked = 'alice: generateoffer /stream/st '
    assert.deepEqual(
      linesOf(hear(live, wanted)).map((line) => line.startsWith(asked)),
      [true],
    )
    assert.deepEqual(linesOf(hear(live, { ...wanted, leg: 'publisher.gone.1' })), [])
  })
})

describe('an impaired network', () => {
  const network = { connection: 'bob', impairment: { up: {}, down: { kilobitsPerSecond: 100 } } }

  it('is made known to the router, now and for what is opened later', () => {
    const impaired = handle(live, platform, { type: 'impair-network', network })
    assert.deepEqual(commandsOf(impaired), [{ type: 'impair', network }])
    const [opened] = commandsOf(handle(impaired.session, 'bob', watch))
    assert.deepEqual(opened?.type === 'open-subscriber' && opened.network, network)
  })

  it('is refused where media does not pass the platform, and for strangers', () => {
    const message: Message = { type: 'impair-network', network }
    assert.equal(answerOf(handle(sessionOf(roles), platform, message)).status, 409)
    const stranger = { ...message, network: { ...network, connection: 'zoe' } }
    assert.equal(answerOf(handle(live, platform, stranger)).status, 404)
  })
})
