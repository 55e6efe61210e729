import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import OpenTok from 'opentok'
import { makeSessionId } from './session-id.ts'

const rest = { archiveMode: 'manual', e2ee: false, createdAt: 1_800_000_000_000 } as const
const keys = fc.oneof(fc.integer({ min: 1, max: 2 ** 40 }).map(String), fc.uuid())
const mediaModes = fc.constantFrom('relayed' as const, 'routed' as const)
const locations = fc.oneof(fc.constant(''), fc.ipV4())

describe('a session id', () => {
  it('is taken for one of its key by the official SDK, whose check is the strictest', () => {
    fc.assert(
      fc.property(keys, mediaModes, (key, mediaMode) => {
        const id = makeSessionId({ ...rest, key, mediaMode })
        if (/^\d+$/.test(key)) new OpenTok(key, 'secret').generateToken(id)
      }),
    )
  })

  it('is short, needs no escaping, and holds its key where every SDK looks for it', () => {
    fc.assert(
      fc.property(keys, mediaModes, locations, (key, mediaMode, location) => {
        const id = makeSessionId({ ...rest, key, mediaMode }, location)
        assert.match(id, /^[12]_[\w-]{1,253}$/)
        const payload = Buffer.from(id.slice(2), 'base64url').toString('utf8')
        assert.equal(payload.split('~')[1], key)
        // The PHP SDK cuts the encoded text at every dash before it decodes.
        const pieces = id
          .slice(2)
          .split('-')
          .map((piece) => Buffer.from(piece, 'base64').toString())
        assert.ok(pieces.flatMap((piece) => piece.split('~')).includes(key))
      }),
    )
  })

  it('is never made twice', () => {
    const make = () => makeSessionId({ ...rest, key: '1', mediaMode: 'routed' })
    assert.equal(new Set(Array.from({ length: 1000 }, make)).size, 1000)
  })
})
