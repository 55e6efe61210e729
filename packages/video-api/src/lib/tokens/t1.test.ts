import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import * as fc from 'fast-check'
import OpenTok from 'opentok'
import { project, sessionId } from '../testing/example-account.ts'
import { createVideoApi } from '../video-api.ts'
import { tokenFields } from './client-claims.ts'
import { hmacKey } from '../account/hmac-key.ts'
import { encodeT1 } from './t1.ts'
import { tokenGrant } from './token-grant.ts'

const video = createVideoApi(project)

/** The official encoder, which npm `opentok` brings along. */
const officialEncode: (fields: object, key: string, secret: string) => string = createRequire(
  import.meta.resolve('opentok'),
)('opentok-token')

function opened(token: string): { partner: string; signature: string; data: string } {
  assert.ok(token.startsWith('T1=='))
  const text = Buffer.from(token.slice(4), 'base64').toString()
  const match = /^partner_id=(?<partner>\d+)&sig=(?<signature>[\da-f]{40}):(?<data>.*)$/s.exec(text)
  const { partner = '', signature = '', data = '' } = match?.groups ?? {}
  return { partner, signature, data }
}

test('a T1 token carries the HMAC-SHA1 of its data', async () => {
  const token = await video.generateToken(sessionId, { format: 't1', data: 'a=b&c d' })
  const { partner, signature, data } = opened(token)
  assert.equal(partner, project.apiKey)
  assert.equal(signature, createHmac('sha1', project.apiSecret).update(data).digest('hex'))
})

test('a T1 token has the fields of npm opentok in the same order', async () => {
  const options = {
    role: 'moderator',
    data: 'Ada & Bo',
    initialLayoutClassList: ['a', 'b'],
  } as const
  const ours = opened(await video.generateToken(sessionId, { ...options, format: 't1' }))
  const official = new OpenTok(project.apiKey, project.apiSecret)
  const theirs = opened(official.generateToken(sessionId, options, true))
  const steady = (data: string) => data.replace(/(create_time|nonce|expire_time)=[\d.]+/g, '$1=')
  assert.equal(steady(ours.data), steady(theirs.data))
})

test('given the same time and nonce, every byte is that of the official encoder', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 })
  const spiced = fc.oneof(text, fc.constantFrom('', '&=+%~ #?/\n', "!'()*", '😀 é %20'))
  await fc.assert(
    fc.asyncProperty(spiced, spiced, fc.nat(), async (session, data, nonce) => {
      const moment = { now: 1_800_000_000, nonce: `${nonce}` }
      const fields = tokenFields(tokenGrant(`1_${session}`, { data }, moment))
      const { apiKey, apiSecret } = project
      const key = hmacKey(apiSecret, 'SHA-1')
      assert.equal(
        await encodeT1(fields, { apiKey, key }),
        officialEncode(fields, apiKey, apiSecret),
      )
    }),
    { numRuns: 300 },
  )
})
