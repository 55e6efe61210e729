import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import {
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
} from 'jose'
import { fakePlatform } from '../testing/fake-platform.ts'
import { firstOf } from './first-of.ts'
import { cloudflareAccess, signedIn } from './signed-in.ts'

const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256' }] })
const issuer = 'https://login.example'
const audience = 'rooms'
const options = { keys, issuer, audience }
const rule = signedIn({
  ...options,
  isHost: ({ hosts }, room) => Array.isArray(hosts) && hosts.includes(room),
})

type Claims = Record<string, unknown>

const sign = (claims: Claims = {}) =>
  new SignJWT({ name: 'Ada', hosts: ['a'], ...claims })
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject('user-1')
    .setExpirationTime('5 minutes')

function request(token: string): Request {
  const headers = { Authorization: `Bearer ${token}` }
  return new Request('https://rooms.example/rooms/a/join', { method: 'POST', headers, body: '{}' })
}

const denied = { allow: false, status: 401 }

test('who is signed in comes in by name, and as a host only where the site says so', async () => {
  const token = await sign().sign(privateKey)
  const ada = { allow: true, name: 'Ada', id: 'user-1' }
  assert.deepEqual(await rule(request(token), 'a'), { ...ada, role: 'moderator' })
  assert.deepEqual(await rule(request(token), 'b'), { ...ada, role: 'publisher' })
})

test('who is not signed in is asked to', async () => {
  assert.deepEqual(await rule(new Request('https://rooms.example/'), 'a'), denied)
})

test('the site may keep people who are signed in out of a room', async () => {
  const members = signedIn({ ...options, mayEnter: ({ member }) => member === true })
  assert.deepEqual(await members(request(await sign().sign(privateKey)), 'a'), { allow: false })
})

test('tokens of others, of other kinds and of other times are no login (SEC-30, SEC-31, SEC-33)', async () => {
  const pem = await exportSPKI(publicKey)
  const { privateKey: stranger } = await generateKeyPair('RS256')
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url')
  const body = { iss: issuer, aud: audience, sub: 'user-1', exp: Date.now() / 1000 + 300 }
  const confused = `${part({ alg: 'HS256' })}.${part(body)}`
  const mac = createHmac('sha256', pem).update(confused).digest('base64url')
  const now = Math.floor(Date.now() / 1000)
  const { video } = fakePlatform()
  const tokens: Record<string, string> = {
    'another key': await sign().sign(stranger),
    'the public key as a shared secret': `${confused}.${mac}`,
    unsigned: new UnsecuredJWT(body).encode(),
    'none in odd spelling': `${part({ alg: 'nOnE' })}.${part(body)}.`,
    'another issuer': await sign().setIssuer('https://evil.example').sign(privateKey),
    'another audience': await sign().setAudience('mail').sign(privateKey),
    expired: await sign()
      .setExpirationTime(now - 60)
      .sign(privateKey),
    'not valid yet': await sign()
      .setNotBefore(now + 60)
      .sign(privateKey),
    'without an end': await new SignJWT({ sub: 'x', iss: issuer, aud: audience })
      .setProtectedHeader({ alg: 'RS256' })
      .sign(privateKey),
    'a client token of OpenTok': await video.generateToken('1_x'),
    'a client token by the login’s key': await sign({ scope: 'session.connect' }).sign(privateKey),
    'not a token': 'x.y.z',
  }
  for (const [kind, token] of Object.entries(tokens)) {
    assert.deepEqual(await rule(request(token), 'a'), denied, kind)
  }
})

test('of 1000 tokens with one byte changed none is a login (SEC-32)', async () => {
  const token = await sign().sign(privateKey)
  for (let n = 0; n < 1000; n += 1) {
    const at = Math.floor((n / 1000) * token.length)
    const replacement = token[at] === 'A' ? 'Q' : 'A'
    // The last character of a part has bits that say nothing.
    if (token[at] === '.' || token[at + 1] === '.' || at === token.length - 1) continue
    const changed = token.slice(0, at) + replacement + token.slice(at + 1)
    assert.deepEqual(await rule(request(changed), 'a'), denied, `${at}`)
  }
})

test('a clock that is ten seconds off is no reason to refuse, one that is a minute off is', async () => {
  const now = Math.floor(Date.now() / 1000)
  const early = await sign()
    .setNotBefore(now + 8)
    .sign(privateKey)
  assert.equal((await rule(request(early), 'a')).allow, true)
})

test('options with which anybody could sign in are refused', () => {
  assert.throws(() => signedIn({ ...options, audience: '' }), /audience/)
  assert.throws(() => signedIn({ ...options, algorithms: ['HS256' as never] }), /algorithms can be/)
  assert.throws(() => signedIn({ ...options, keys: 'http://login.example/jwks' }), /https/)
})

test('people behind Cloudflare Access are known by its own header alone', async () => {
  const team = 'https://team.cloudflareaccess.com'
  const access = cloudflareAccess({ team, audience, keys })
  const token = await sign().setIssuer(team).sign(privateKey)
  const headers = { 'cf-access-jwt-assertion': token }
  const behind = new Request('https://rooms.example/', { headers })
  assert.deepEqual(await access(behind, 'a'), {
    allow: true,
    role: 'publisher',
    name: 'Ada',
    id: 'user-1',
  })
  assert.deepEqual(await access(request(token), 'a'), denied)
})

test('of several rules the first that lets somebody in counts', async () => {
  const nobody = () => ({ allow: false, reason: 'Nobody.' }) as const
  const token = await sign().sign(privateKey)
  assert.equal((await firstOf(nobody, rule)(request(token), 'a')).allow, true)
  assert.deepEqual(await firstOf(rule, nobody)(request('x.y.z'), 'a'), nobody())
})
