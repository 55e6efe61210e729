import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readRtp } from '../../rtp/packet.ts'
import { readVp8Descriptor } from '../../rtp/vp8-descriptor.ts'
import type { TransportFactory } from '../../transport/transport.ts'
import type { MediaEvent } from '../command.ts'
import { createGuestLeg } from './guest-leg.ts'
import type { Incoming } from './incoming.ts'
import { createRouter } from './router.ts'

const transports: TransportFactory = {
  offer: () => assert.fail('a guest has no peer connection'),
  answer: () => assert.fail('a guest has no peer connection'),
  close: () => undefined,
}

describe('what the platform itself publishes', () => {
  it('is heard by those who listen, before and after they came', () => {
    const heard: MediaEvent[] = []
    const router = createRouter({ transports, emit: (event) => heard.push(event) })
    const play = (value: number) => {
      const frame = { kind: 'audio', timestamp: value * 960, data: Uint8Array.of(value) } as const
      router.perform({ type: 'play', leg: 'guest', frame })
    }
    router.perform({ type: 'listen', leg: 'early', source: 'guest' })
    router.perform({ type: 'open-guest', leg: 'guest', kinds: ['audio'] })
    play(1)
    router.perform({ type: 'listen', leg: 'late', source: 'guest' })
    play(2)
    router.perform({ type: 'close', leg: 'early' })
    play(3)
    const payloads = heard.map((event) => {
      assert.equal(event.type, 'heard')
      const packet = readRtp(Buffer.from(event.type === 'heard' ? event.packet : []))
      return `${event.type === 'heard' ? event.leg : ''} ${packet?.payload.toString('hex')}`
    })
    assert.deepEqual(payloads, ['early 01', 'early 02', 'late 02', 'late 03'])

    router.perform({ type: 'close', leg: 'guest' })
    play(4)
    assert.equal(heard.length, 4)
    assert.equal(router.isIdle(), false)
    router.perform({ type: 'close', leg: 'late' })
    assert.equal(router.isIdle(), true)
  })

  it('has pictures in parts that fit a packet, which begin and end where the frame does', () => {
    const leg = createGuestLeg({ type: 'open-guest', leg: 'G', kinds: ['video'] }, () => undefined)
    const packets: Incoming[] = []
    const [track] = leg.tracks
    track?.sinks.add({
      packet: (_layer, packet) => packets.push(packet),
      clock: () => undefined,
    })
    // The first bytes of a keyframe of 640x480.
    const data = Buffer.alloc(3000, 7)
    data.set([0x10, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0xe0, 0x01])
    leg.play({ kind: 'video', timestamp: 6000, data })

    assert.ok(packets.every(({ bytes }) => bytes.length <= 1200))
    assert.deepEqual(
      packets.map(({ marker, sequence }) => [marker, sequence]),
      [
        [false, 0],
        [false, 1],
        [true, 2],
      ],
    )
    const descriptors = packets.map(({ payload }) => readVp8Descriptor(payload))
    assert.deepEqual(
      descriptors.map((descriptor) => descriptor?.startsFrame),
      [true, false, false],
    )
    assert.deepEqual(descriptors[0]?.size, { width: 640, height: 480 })
    assert.deepEqual(Buffer.concat(packets.map(({ payload }) => payload.subarray(1))), data)
  })

  it('asks for a keyframe when somebody needs one, and not again at once', () => {
    const events: MediaEvent[] = []
    const leg = createGuestLeg(
      { type: 'open-guest', leg: 'G', kinds: ['audio', 'video'] },
      (event) => events.push(event),
    )
    const [audio, video] = leg.tracks
    assert.ok(audio && video)
    leg.requestKeyframe(audio, 0)
    leg.requestKeyframe(video, 0)
    leg.requestKeyframe(video, 0)
    assert.deepEqual(events, [{ type: 'keyframe-wanted', leg: 'G' }])
  })
})
