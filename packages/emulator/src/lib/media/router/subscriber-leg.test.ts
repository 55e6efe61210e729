import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readRtp } from '../../rtp/packet.ts'
import { isRtcp } from '../../rtp/rtcp.ts'
import { writeRtp } from '../../rtp/write-packet.ts'
import type { Transport, TransportFactory, TransportListener } from '../../transport/transport.ts'
import type { MediaEvent, Negotiation } from '../command.ts'
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

function newRouter() {
  const { factory, made } = fakeTransports()
  const said: MediaEvent[] = []
  const router = createRouter({ transports: factory, emit: (event) => said.push(event) })
  const network = { connection: 'c', impairment: unimpaired }
  const negotiate = (leg: string, negotiation: Negotiation) =>
    router.perform({ type: 'negotiate', leg, ...negotiation })
  router.perform({ type: 'open-publisher', leg: 'alice', network })
  negotiate('alice', { step: 'offer', sdp: sdpOf('alice', 'sendonly') })
  made[0]?.listener.connected()
  const { wants, fallback } = { wants: wantsEverything, fallback: 'none' } as const
  router.perform({ type: 'open-subscriber', leg: 'bob', network, source: 'alice', wants, fallback })
  negotiate('bob', { step: 'answer', sdp: sdpOf('bob', 'recvonly') })
  const publish = (sequence: number) => {
    const fields = { payloadType: 111, marker: false, ssrc: 7, sequence, timestamp: sequence * 960 }
    made[0]?.listener.packet(writeRtp(fields, Uint8Array.of(1, 2, 3)))
  }
  const got = (index: number) =>
    (made[index]?.sent ?? [])
      .filter((packet) => !isRtcp(packet))
      .map((packet) => readRtp(packet) ?? assert.fail('not a packet'))
  return { made, said, negotiate, publish, got }
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
  it('gets numbers that go on, as of a stream that it takes for the same', () => {
    const { made, negotiate, publish, got } = newRouter()
    made[1]?.listener.connected()
    publish(10)
    publish(11)
    negotiate('bob', { step: 'offer', sdp: sdpOf('again', 'recvonly') })
    publish(12)
    made[2]?.listener.connected()
    publish(13)
    publish(14)
    const packets = [...got(1), ...got(2)]
    const [first] = packets
    assert.ok(first)
    const about = packets.map(({ ssrc, sequence, timestamp }) => [
      ssrc,
      (sequence - first.sequence) & 0xffff,
      timestamp - first.timestamp,
    ])
    const { ssrc } = first
    assert.deepEqual(about, [
      [ssrc, 0, 0],
      [ssrc, 1, 960],
      [ssrc, 2, 3 * 960],
      [ssrc, 3, 4 * 960],
    ])
  })
})

describe('a connection whose handshake does not end', () => {
  it('is replaced by another one that the router offers a subscriber, a few times', () => {
    const { made, said, negotiate, publish, got } = newRouter()
    const offers = () =>
      said.filter((event) => event.type === 'negotiate' && event.step === 'offer').length
    made[1]?.listener.stuck()
    assert.equal(offers(), 2)
    negotiate('bob', { step: 'answer', sdp: sdpOf('again', 'recvonly') })
    made[2]?.listener.connected()
    publish(10)
    assert.equal(got(2).length, 1)
    const stuck = () => made.at(-1)?.listener.stuck()
    for (let attempt = 0; attempt < 5; attempt += 1) stuck()
    assert.equal(offers(), 5)
  })

  it('is replaced by another one that a publisher is asked to offer', () => {
    const { made, said, negotiate } = newRouter()
    made[0]?.listener.stuck()
    assert.deepEqual(said.at(-1), { type: 'offer-wanted', leg: 'alice' })
    const transports = made.length
    // The same names in ICE, and yet another connection.
    negotiate('alice', { step: 'offer', sdp: sdpOf('alice', 'sendonly') })
    assert.equal(made.length, transports + 1)
  })
})
