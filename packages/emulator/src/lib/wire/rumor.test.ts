import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { decodeFrame, encodeFrame, headerOf } from './rumor.ts'
import type { Frame } from './rumor.ts'

const folder = new URL('./fixtures/', import.meta.url)

/** The bytes of a fixture: hexadecimal digits below a line that says what they are. */
function fixture(name: string): Buffer {
  const lines = readFileSync(new URL(`${name}.hex`, folder), 'utf8').split('\n')
  return Buffer.from(lines.filter((line) => !line.startsWith('#')).join(''), 'hex')
}

function json(frame: Frame): { method: string; uri: string; content: Record<string, unknown> } {
  return JSON.parse(new TextDecoder().decode(frame.data))
}

const text = fc.string({ unit: 'grapheme', maxLength: 40 })
const frames: fc.Arbitrary<Frame> = fc.record(
  {
    type: fc.constantFrom(
      ...(['subscribe', 'unsubscribe', 'message', 'connect'] as const),
      ...(['disconnect', 'ping', 'pong', 'status'] as const),
    ),
    to: fc.array(text, { maxLength: 4 }),
    headers: fc.array(fc.tuple(text, text), { maxLength: 4 }),
    data: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  },
  { noNullPrototype: true },
)

describe('a Rumor frame', () => {
  it('is the same after it was written and read', () => {
    fc.assert(
      fc.property(frames, (frame) => assert.deepEqual(decodeFrame(encodeFrame(frame)), frame)),
    )
  })

  it('of the real client is the same after it was read and written', () => {
    const names = readdirSync(folder).map((file) => file.replace(/\.hex$/, ''))
    assert.equal(names.length, 9)
    for (const name of names) {
      assert.deepEqual(encodeFrame(decodeFrame(fixture(name))), fixture(name), name)
    }
  })

  it('is refused with a range or type error, whatever the bytes are', () => {
    const errors = [RangeError, TypeError]
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          assert.deepEqual(encodeFrame(decodeFrame(bytes)), Buffer.from(bytes))
        } catch (error) {
          assert.ok(errors.some((kind) => error instanceof kind))
        }
      }),
    )
  })

  it('is refused when it is cut short at any place, or has a byte too many', () => {
    const whole = fixture('connect')
    for (let length = 0; length < whole.length; length++) {
      assert.throws(() => decodeFrame(whole.subarray(0, length)), RangeError)
    }
    assert.throws(() => decodeFrame(Uint8Array.of(...whole, 0)), RangeError)
  })

  it('is refused when a count or string is too large for its length field', () => {
    const empty: Frame = { type: 'ping', to: [], headers: [], data: new Uint8Array() }
    assert.throws(() => encodeFrame({ ...empty, to: Array(256).fill('a') }), RangeError)
    assert.throws(() => encodeFrame({ ...empty, to: ['a'.repeat(65_536)] }), RangeError)
  })
})

describe('a frame of the real client', () => {
  it('introduces the client by its connection id', () => {
    const frame = decodeFrame(fixture('connect'))
    assert.equal(frame.type, 'connect')
    assert.deepEqual(frame.to, [])
    assert.deepEqual(
      frame.headers.map(([name]) => name),
      ['uniqueId', 'TRANSACTION-ID', 'notifyDisconnectAddress'],
    )
    assert.equal(headerOf(frame, 'notifyDisconnectAddress'), 'symphony.opentok-emulator')
    assert.equal(frame.data.byteLength, 0)
  })

  it('subscribes to one session by address', () => {
    const frame = decodeFrame(fixture('subscribe'))
    assert.equal(frame.type, 'subscribe')
    assert.match(frame.to[0] ?? '', /^\/v2\/partner\/10000000\/session\/1_[\w-]+$/)
    assert.deepEqual(frame.headers, [])
  })

  it('joins with the token in a header and what it can do in the body', () => {
    const frame = decodeFrame(fixture('join'))
    assert.equal(frame.type, 'message')
    assert.deepEqual(frame.to, ['symphony.opentok-emulator'])
    assert.match(headerOf(frame, 'X-TB-TOKEN-AUTH') ?? '', /^eyJ/)
    assert.equal(headerOf(frame, 'Content-Type'), 'application/x-raptor+v2')
    const { method, uri, content } = json(frame)
    assert.equal(method, 'create')
    assert.ok(uri.endsWith(`/connection/${headerOf(frame, 'X-TB-FROM-ADDRESS')}`))
    assert.ok(Array.isArray(content['capabilities']))
  })

  it('acknowledges a push with its transaction id and no body', () => {
    const frame = decodeFrame(fixture('acknowledgement'))
    assert.equal(frame.type, 'status')
    assert.match(headerOf(frame, 'TRANSACTION-ID') ?? '', /^[\da-f-]{36}$/)
    assert.equal(frame.data.byteLength, 0)
  })

  it('publishes channels, changes one, watches a stream and mutes a session by JSON', () => {
    const route = (name: string) => {
      const { method, uri } = json(decodeFrame(fixture(name)))
      return `${method} ${uri
        .replace(/[\da-f]{8}(-[\da-f]{4,12})+/g, '*')
        .split('/')
        .slice(6)
        .join('/')}`
    }
    assert.equal(route('publish'), 'create stream/*')
    assert.equal(route('channel-update'), 'update stream/*/channel/audio1')
    assert.equal(route('watch'), 'create stream/*/subscriber/*')
    assert.equal(route('mute-all'), 'update ')
  })

  it('is nine bytes when it is a ping', () => {
    assert.equal(fixture('ping').byteLength, 9)
    assert.equal(decodeFrame(fixture('ping')).type, 'ping')
  })
})
