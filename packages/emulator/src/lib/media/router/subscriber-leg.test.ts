import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readRtp } from '../../rtp/packet.ts'
import { isRtcp } from '../../rtp/rtcp.ts'
import { writeRtp } from '../../rtp/write-packet.ts'
import type { Transport, TransportFactory, TransportListener } from '../../transport/transport.ts'
import type { Negotiation } from '../command.ts'
import { unimpaired } from '../impairment.ts'
import { wantsEverything } from '../wants.ts'
import { createRouter } from './router.ts'

/** What a client says of audio alone. */
function sdpOf(iceUfrag: string, direction: 'sendonly' | 'recvonly'): string {
  return [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111',
    'c=IN IP4 0.0.0.0',
    'a=mid:0',
    `a=${direction}`,
    `a=ice-ufrag:${iceUfrag}`,
    'a=ice-pwd:abcdefghijklmnopqrstuv',
    'a=fingerprint:sha-256 AB:CD',
    'a=setup:actpass',
    'a=rtpmap:111 opus/48000/2',
    ...(direction === 'sendonly' ? ['a=ssrc:7 cname:x'] : []),
    '',
  ].join('\r\n')
}

/** Transports that connect when they are told to; what is sent over each is kept. */
function fakeTransports() {
  const made: { readonly listener: TransportListener; readonly sent: Buffer[] }[] = []
  const make = (listener: TransportListener): Transport => {
    const sent: Buffer[] = []
    made.push({ listener, sent })
    return {
      local: { iceUfrag: 'router', icePwd: 'x'.repeat(22), fingerprint: 'sha-256 EF:01' },
      candidates: [],
      accept: () => undefined,
      addCandidate: () => undefined,
      send: (packet) => void sent.push(Buffer.from(packet)),
      close: () => undefined,
    }
  }
  const factory: TransportFactory = {
    offer: make,
    answer: (_remote, _role, listener) => make(listener),
    close: () => undefined,
  }
  return { factory, made }
}

describe('a subscriber whose connection is another one after it restarted ICE', () => {
  const { factory, made } = fakeTransports()
  const router = createRouter({ transports: factory, emit: () => undefined })
  const network = { connection: 'c', impairment: unimpaired }
  const negotiate = (leg: string, negotiation: Negotiation) =>
    router.perform({ type: 'negotiate', leg, ...negotiation })
  const connect = (index: number) => made[index]?.listener.connected()
  const publish = (sequence: number) => {
    const fields = { payloadType: 111, marker: false, ssrc: 7, sequence, timestamp: sequence * 960 }
    made[0]?.listener.packet(writeRtp(fields, Uint8Array.of(1, 2, 3)))
  }
  const got = (index: number) =>
    (made[index]?.sent ?? [])
      .filter((packet) => !isRtcp(packet))
      .map((packet) => readRtp(packet) ?? assert.fail('not a packet'))

  router.perform({ type: 'open-publisher', leg: 'alice', network })
  negotiate('alice', { step: 'offer', sdp: sdpOf('alice', 'sendonly') })
  connect(0)
  router.perform({
    type: 'open-subscriber',
    leg: 'bob',
    network,
    source: 'alice',
    wants: wantsEverything,
    fallback: 'none',
  })
  negotiate('bob', { step: 'answer', sdp: sdpOf('bob', 'recvonly') })
  connect(1)

  it('gets numbers that go on, as of a stream that it takes for the same', () => {
    publish(10)
    publish(11)
    negotiate('bob', { step: 'offer', sdp: sdpOf('again', 'recvonly') })
    publish(12)
    connect(2)
    publish(13)
    publish(14)
    const [before, after] = [got(1), got(2)]
    assert.deepEqual([before.length, after.length], [2, 2])
    const [first] = before
    assert.ok(first)
    assert.deepEqual(
      [...before, ...after].map(({ ssrc }) => ssrc),
      Array(4).fill(first.ssrc),
    )
    assert.deepEqual(
      [...before, ...after].map(({ sequence }) => (sequence - first.sequence) & 0xffff),
      [0, 1, 2, 3],
    )
    assert.deepEqual(
      [...before, ...after].map(({ timestamp }) => timestamp - first.timestamp),
      [0, 960, 3 * 960, 4 * 960],
    )
  })
})
