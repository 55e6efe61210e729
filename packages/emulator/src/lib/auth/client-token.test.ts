import assert from 'node:assert/strict'
import { createHmac, generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { describe, it } from 'node:test'
import { SignJWT } from 'jose'
import OpenTok from 'opentok'
import { accountsOf } from '../platform/accounts.ts'
import { makeSessionId } from '../platform/session-id.ts'
import type { SessionDetails } from '../session/session.ts'
import { verifyClientToken } from './client-token.ts'
import { verifyRestToken } from './rest-token.ts'

const secret = 'deadbeef'.repeat(5)
const secretBytes = new TextEncoder().encode(secret)
const applicationId = '00000000-0000-4000-8000-000000000000'
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const accounts = accountsOf([
  { type: 'project', key: '123456', secret: secretBytes },
  { type: 'application', key: applicationId, publicKey },
])
const now = 1_800_000_000_000
const seconds = now / 1000

function details(key: string): SessionDetails {
  const made = {
    key,
    mediaMode: 'routed',
    archiveMode: 'manual',
    e2ee: false,
    createdAt: now,
  } as const
  return { ...made, id: makeSessionId(made) }
}

const session = details('123456')
const appSession = details(applicationId)
const claims = { iss: '123456', ist: 'project', iat: seconds, exp: seconds + 60, nonce: '1' }
const clientClaims = { ...claims, scope: 'session.connect', session_id: session.id }
const appClaims = {
  application_id: applicationId,
  iat: seconds,
  exp: seconds + 60,
  scope: 'session.connect',
  session_id: appSession.id,
  role: 'publisher',
  initial_layout_class_list: '',
}

function sign(payload: object, key: Uint8Array | KeyObject = secretBytes, alg = 'HS256') {
  return new SignJWT({ ...payload }).setProtectedHeader({ alg, typ: 'JWT' }).sign(key)
}

function t1(data: Record<string, string>, key = secret) {
  const text = new URLSearchParams(data).toString()
  const sig = createHmac('sha1', key).update(text).digest('hex')
  return `T1==${Buffer.from(`partner_id=123456&sig=${sig}:${text}`).toString('base64')}`
}

async function messageFor(token: string, where: SessionDetails = session, at = now) {
  const verdict = await verifyClientToken(token, { accounts, session: where, now: at })
  return verdict.ok ? `ok ${verdict.value.role} ${verdict.value.data}`.trim() : verdict.message
}

describe('a client token', () => {
  it('of the official Node SDK opens its session, in both of its formats', async () => {
    const sdk = new OpenTok('123456', secret)
    for (const legacy of [false, true]) {
      const options = { role: 'moderator', data: 'name=Zoë & co+1' } as const
      const token = sdk.generateToken(session.id, options, legacy)
      assert.equal(await messageFor(token, session, Date.now()), 'ok moderator name=Zoë & co+1')
    }
  })

  it('of an application opens its session', async () => {
    const token = await sign(appClaims, privateKey, 'RS256')
    assert.equal(await messageFor(token, appSession), 'ok publisher')
  })

  it('makes a publisher when it names no role, and has a day when it names no end', async () => {
    const { exp: _, ...endless } = clientClaims
    const token = await sign({ ...endless, expireTime: null, data: null })
    assert.equal(await messageFor(token), 'ok publisher')
    assert.match(await messageFor(token, session, now + 86_400_001), /expired/)
  })

  it('of the oldest kind is read in any order and with plus signs for spaces', async () => {
    const create_time = String(seconds)
    const data = { create_time, role: 'subscriber', session_id: session.id }
    const token = t1({ ...data, connection_data: 'a b', nonce: '1' })
    assert.equal(await messageFor(token), 'ok subscriber a b')
    assert.match(await messageFor(t1(data, 'another secret')), /not signed with the secret/)
    assert.match(await messageFor(t1({ ...data, expire_time: '12' })), /expired/)
    assert.match(await messageFor(t1({ ...data, session_id: 'x' })), /another session/)
    assert.match(await messageFor(t1({ session_id: session.id })), /when it expires/)
  })

  it('is judged by the end its author asked for, not by that of the JWT', async () => {
    const long = await sign({ ...clientClaims, exp: seconds - 1, expire_time: seconds + 9 })
    assert.equal(await messageFor(long), 'ok publisher')
    const short = await sign({ ...clientClaims, expire_time: seconds - 1 })
    assert.match(await messageFor(short), /expired/)
  })

  it('is refused with what is wrong with it', async () => {
    const cases: readonly (readonly [Promise<string> | string, RegExp])[] = [
      ['', /malformed/],
      ['garbage', /malformed/],
      ['T1==', /malformed/],
      ['T1==%%%', /malformed/],
      ['a.b.c', /malformed/],
      [sign({ ...clientClaims, iss: '999' }), /no project or application 999/],
      [sign({ ...clientClaims, iss: undefined }), /no project or application/],
      [sign(clientClaims, new TextEncoder().encode('x'.repeat(40))), /not signed with the key/],
      [sign({ ...clientClaims, session_id: 'other' }), /another session/],
      [sign({ ...clientClaims, role: 'root' }), /role/],
      [sign({ ...clientClaims, role: 'constructor' }), /role/],
      [sign({ ...clientClaims, connection_data: { a: 1 } }), /connection data/],
      [sign({ ...clientClaims, exp: seconds }), /expired/],
      [sign({ ...clientClaims, expire_time: 'soon' }), /when it expires/],
      [sign({ ...clientClaims, iat: seconds + 60 }), /issued time cannot be greater/],
      [sign(claims), /not a client token/],
      [sign(appClaims, privateKey, 'RS256'), /made for/],
    ]
    for (const [token, expected] of cases) assert.match(await messageFor(await token), expected)
  })

  it('is refused after any single byte of it has changed', async () => {
    const token = await sign(clientClaims)
    for (let at = 0; at < token.length - 1; at++) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
      assert.doesNotMatch(await messageFor(changed), /^ok/, `byte ${at}`)
    }
  })

  it('cannot choose its own algorithm', async () => {
    const publicPem = publicKey.export({ type: 'spki', format: 'pem' })
    const confused = await sign(appClaims, Buffer.from(publicPem), 'HS256')
    assert.match(await messageFor(confused, appSession), /not signed/)
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const alg of ['none', 'None', 'nOnE']) {
      const unsigned = `${part({ alg })}.${part(clientClaims)}.`
      assert.doesNotMatch(await messageFor(unsigned), /^ok/)
    }
    const crit = { alg: 'HS256', crit: ['x'], x: 1 }
    const head = `${part(crit)}.${part(clientClaims)}`
    const signature = createHmac('sha256', secret).update(head).digest('base64url')
    assert.match(await messageFor(`${head}.${signature}`), /not signed/)
  })
})

describe('a REST token', () => {
  const check = async (token: string | undefined) => {
    const verdict = await verifyRestToken(token, { accounts, now })
    return verdict.ok ? verdict.value.key : verdict.message
  }

  it('is signed by a project or an application', async () => {
    assert.equal(await check(await sign(claims)), '123456')
    const app = { application_id: applicationId, iat: seconds, exp: seconds + 60 }
    assert.equal(await check(await sign(app, privateKey, 'RS256')), applicationId)
  })

  it('is refused in the words of the platform', async () => {
    const none = 'No suitable authentication found'
    assert.equal(await check(undefined), none)
    assert.equal(await check('garbage'), none)
    assert.equal(await check(await sign({ ...claims, iss: '999' })), 'Issuer not found')
    assert.equal(await check(await sign(claims, Buffer.from('x'.repeat(40)))), 'Invalid signature')
    const ahead = 'issued time cannot be greater than current time'
    assert.equal(await check(await sign({ ...claims, iat: seconds + 60 })), ahead)
    assert.equal(await check(await sign({ ...claims, exp: seconds })), 'Token has expired')
    assert.equal(await check(await sign({ ...claims, exp: undefined })), none)
    assert.equal(await check(await sign({ ...claims, ist: 'account' })), none)
  })

  it('is not a client token, nor the other way round', async () => {
    assert.equal(await check(await sign(clientClaims)), 'No suitable authentication found')
    assert.equal(
      await check(await sign(appClaims, privateKey, 'RS256')),
      'No suitable authentication found',
    )
    assert.match(await messageFor(await sign(claims)), /not a client token/)
  })
})
