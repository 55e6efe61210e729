import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { VideoError } from '../video-error.ts'
import { tokenGrant } from './token-grant.ts'
import type { TokenOptions } from './token-grant.ts'

const moment = { now: 1_800_000_000, nonce: '42' }
const day = 86_400

function grant(options?: TokenOptions) {
  return tokenGrant('1_x', options, moment)
}

/** What a caller without types may pass. */
function untyped(options: unknown, sessionId: unknown = '1_x'): () => unknown {
  return () => Reflect.apply(tokenGrant, undefined, [sessionId, options, moment])
}

const because = (reason: RegExp) => ({
  name: 'VideoError',
  code: 'invalid-option',
  message: reason,
})

test('a token admits a publisher for one day by default', () => {
  assert.deepEqual(grant(), {
    format: 'jwt',
    sessionId: '1_x',
    role: 'publisher',
    issuedAt: moment.now,
    expiresAt: moment.now + day,
    nonce: '42',
    layoutClasses: '',
  })
})

test('the four roles exist and no other', () => {
  for (const role of ['publisher', 'subscriber', 'moderator', 'publisheronly'] as const) {
    assert.equal(grant({ role }).role, role)
  }
  for (const role of ['emperor', 'Moderator', 'mоderator', '__proto__', ['moderator'], null, 0]) {
    assert.throws(untyped({ role }), because(/role must be one of/))
  }
})

test('a lifetime is 1 second to 30 days', () => {
  assert.equal(grant({ expiresIn: 1 }).expiresAt, moment.now + 1)
  assert.equal(grant({ expiresIn: 30 * day }).expiresAt, moment.now + 30 * day)
  for (const expiresIn of [0, -1, 30 * day + 1, 1.5, NaN, Infinity, '600', 1_800_000_600_000]) {
    assert.throws(untyped({ expiresIn }), because(/expiresIn must be a whole number of seconds/))
  }
})

test('a point of expiry lies between now and 30 days ahead', () => {
  const last = moment.now + 30 * day
  assert.equal(grant({ expireTime: moment.now + 1 }).expiresAt, moment.now + 1)
  assert.equal(grant({ expireTime: last }).expiresAt, last)
  assert.throws(untyped({ expireTime: last + 1 }), because(/from \d+ to \d+/))
  assert.throws(untyped({ expireTime: moment.now }), because(/already passed/))
  assert.throws(untyped({ expireTime: moment.now + 60.5 }), because(/whole number/))
  assert.throws(untyped({ expireTime: NaN }), because(/whole number/))
  assert.throws(untyped({ expireTime: `${moment.now + 60}` }), because(/whole number/))
})

test('milliseconds are recognised and never guessed into seconds', () => {
  assert.throws(untyped({ expireTime: 1_800_000_600_000 }), because(/milliseconds.*divide by 1000/))
})

test('a lifetime and a point of expiry exclude each other', () => {
  const both = { expiresIn: 60, expireTime: moment.now + 60 }
  assert.throws(untyped(both), because(/not both/))
})

test('data has at most 1000 characters that survive UTF-8', () => {
  assert.equal(grant({ data: 'é'.repeat(1000) }).data?.length, 1000)
  assert.equal(grant({ data: '' }).data, '')
  assert.throws(untyped({ data: 'x'.repeat(1001) }), because(/0 to 1000 characters, not 1001/))
  assert.throws(untyped({ data: { name: 'Ada' } }), because(/must be a string/))
  assert.throws(untyped({ data: 'x\uD83D' }), because(/surrogate/))
})

test('layout classes are joined by spaces to at most 1024 characters', () => {
  assert.equal(grant({ initialLayoutClassList: ['focus', 'full'] }).layoutClasses, 'focus full')
  assert.equal(grant({ initialLayoutClassList: [] }).layoutClasses, '')
  assert.equal(grant({ initialLayoutClassList: ['x'.repeat(1024)] }).layoutClasses.length, 1024)
  const tooLong = ['x'.repeat(1000), 'y'.repeat(24)]
  assert.throws(untyped({ initialLayoutClassList: tooLong }), because(/1024/))
  for (const list of ['focus', ['two words'], [''], [7], [null], [undefined]]) {
    assert.throws(untyped({ initialLayoutClassList: list }), because(/initialLayoutClassList/))
  }
})

test('a session id has 1 to 255 characters and is not looked into', () => {
  assert.equal(tokenGrant('x'.repeat(255), {}, moment).sessionId.length, 255)
  for (const sessionId of ['', 'x'.repeat(256), null, 7, ['1_x']]) {
    assert.throws(untyped({}, sessionId), because(/sessionId/))
  }
})

test('an option nobody knows is named', () => {
  assert.throws(untyped({ expire_time: 60 }), because(/no option "expire_time"/))
})

test('whatever is passed, a token is granted within the limits or refused with a reason', () => {
  const anything = fc.record(
    {
      role: fc.oneof(fc.constant('moderator'), fc.anything()),
      expiresIn: fc.oneof(fc.integer(), fc.double(), fc.anything()),
      expireTime: fc.oneof(fc.maxSafeInteger(), fc.anything()),
      data: fc.oneof(fc.string({ unit: 'binary', maxLength: 1200 }), fc.anything()),
      initialLayoutClassList: fc.oneof(fc.array(fc.string()), fc.anything()),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(anything, (options) => {
      try {
        const granted: ReturnType<typeof grant> = Reflect.apply(grant, undefined, [options])
        const lifetime = granted.expiresAt - granted.issuedAt
        return Number.isInteger(lifetime) && lifetime >= 1 && lifetime <= 30 * day
      } catch (error) {
        return error instanceof VideoError && error.code === 'invalid-option'
      }
    }),
    { numRuns: 2000 },
  )
})
