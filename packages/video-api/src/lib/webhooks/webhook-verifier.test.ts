import assert from 'node:assert/strict'
import { createHash, createHmac, generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { gzipSync } from 'node:zlib'
import { SignJWT } from 'jose'
import { memoryReplays } from './replays.ts'
import { createWebhookVerifier } from './webhook-verifier.ts'
import type { WebhookVerifierOptions } from './webhook-verifier.ts'

const start = Date.parse('2026-11-22T12:00:00Z')
const seconds = start / 1000
const secret = 'a signature secret of an account'
const event = '{"event":"connectionCreated","sessionId":"1_x","timestamp":1}'

interface Signing {
  readonly secret?: string
  readonly claims?: Record<string, unknown>
  readonly signed?: string | Uint8Array
}

let count = 0

function tokenFor({ secret: key = secret, claims = {}, signed = event }: Signing = {}) {
  const payload_hash = createHash('sha256').update(signed).digest('hex')
  const all = {
    iss: 'Vonage',
    iat: seconds,
    jti: `${++count}`,
    application_id: 'app',
    payload_hash,
  }
  return new SignJWT({ ...all, ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(key))
}

function requestWith(token: string | undefined, body: string | Uint8Array = event): Request {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return new Request('https://example.com/callbacks', {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
}

function verifierWith(options: Partial<WebhookVerifierOptions> = {}) {
  return createWebhookVerifier({ secrets: secret, now: () => start, ...options })
}

async function reasonFor(request: Request, verifier = verifierWith()): Promise<string> {
  const verdict = await verifier.verify(request)
  return verdict.ok ? 'ok' : verdict.reason
}

test('a signed callback is taken, with its JSON', async () => {
  const verdict = await verifierWith().verify(requestWith(await tokenFor()))
  assert.ok(verdict.ok)
  assert.deepEqual(verdict.body, JSON.parse(event))
  assert.equal(verdict.issuedAt, seconds)
})

test('whoever reads the body for itself hands over its bytes', async () => {
  const authorization = `Bearer ${await tokenFor()}`
  const body = new TextEncoder().encode(event)
  assert.equal((await verifierWith().verifyBytes({ authorization, body })).ok, true)
})

test('an unsigned callback is told apart, so that it can be asked for again', async () => {
  assert.equal(await reasonFor(requestWith(undefined)), 'unsigned')
  const basic = { authorization: 'Basic YTpi', body: new TextEncoder().encode(event) }
  const verdict = await verifierWith().verifyBytes(basic)
  assert.ok(!verdict.ok)
  assert.match(verdict.message, /with a signature after a 503/)
})

test('a body is held against its hash by its raw bytes', async () => {
  const altered = async (body: string | Uint8Array, signed: string | Uint8Array = event) =>
    reasonFor(requestWith(await tokenFor({ signed }), body))
  assert.equal(await altered(event.replace('1_x', '1_y')), 'altered')
  assert.equal(await altered(JSON.stringify(JSON.parse(event), null, 1)), 'altered')
  assert.equal(await altered(event.slice(0, -1)), 'altered')
  assert.equal(await altered(''), 'altered')
  assert.equal(await altered(`\uFEFF${event}`), 'altered')
  assert.equal(await altered(gzipSync(event)), 'altered')
  for (let at = 0; at < event.length; at++) {
    const bytes = Buffer.from(event)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    assert.equal(await altered(bytes), 'altered', `byte ${at}`)
  }
  assert.equal(await altered('{"a":1,"a":2}', '{"a":1,"a":2}'), 'ok')
})

test('a body that is signed and no JSON is malformed', async () => {
  for (const body of ['', 'event=x', gzipSync(event), new Uint8Array([0xff, 0xfe])]) {
    assert.equal(await reasonFor(requestWith(await tokenFor({ signed: body }), body)), 'malformed')
  }
})

test('only the secrets sign, and only with HS256', async () => {
  assert.equal(await reasonFor(requestWith(await tokenFor({ secret: 'another' }))), 'forged')
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const claims = { iss: 'Vonage', iat: seconds, jti: 'r', payload_hash: 'x' }
  const rs256 = new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
  assert.equal(await reasonFor(requestWith(await rs256)), 'forged')
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  assert.equal(await reasonFor(requestWith(await tokenFor({ secret: pem }))), 'forged')
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  assert.equal(
    await reasonFor(requestWith(`${part({ alg: 'none' })}.${part(claims)}.`)),
    'malformed',
  )
  const text = `${part({ alg: 'HS512' })}.${part(claims)}`
  const mac = createHmac('sha512', secret).update(text).digest('base64url')
  assert.equal(await reasonFor(requestWith(`${text}.${mac}`)), 'forged')
})

test('claims that are missing or of another kind are malformed or altered', async () => {
  const without = (claims: Record<string, unknown>) => tokenFor({ claims })
  for (const claims of [
    { iss: 'Mallory' },
    { iat: '1' },
    { iat: undefined },
    { jti: undefined },
    { jti: '' },
  ]) {
    assert.equal(await reasonFor(requestWith(await without(claims))), 'malformed')
  }
  for (const payload_hash of [undefined, null, 7, '', 'x'.repeat(64)]) {
    assert.equal(await reasonFor(requestWith(await without({ payload_hash }))), 'altered')
  }
})

test('a callback is taken from a minute early to the end of the window', async () => {
  const at = async (iat: number, options = {}) =>
    reasonFor(requestWith(await tokenFor({ claims: { iat } })), verifierWith(options))
  assert.equal(await at(seconds + 60), 'ok')
  assert.equal(await at(seconds + 61), 'early')
  assert.equal(await at(seconds - 359), 'ok')
  assert.equal(await at(seconds - 360), 'late')
  assert.equal(await at(seconds - 3600, { windowSeconds: 86_400 }), 'ok')
})

test('a callback about another account is refused where one is named', async () => {
  const about = async (claims: Record<string, unknown>) =>
    reasonFor(requestWith(await tokenFor({ claims })), verifierWith({ applicationId: 'mine' }))
  assert.equal(await about({ application_id: 'mine' }), 'ok')
  assert.equal(await about({ application_id: undefined, api_key: 'mine' }), 'ok')
  assert.equal(await about({ application_id: 'other' }), 'other-account')
  assert.equal(await about({ application_id: undefined }), 'other-account')
})

test('of the same callback a hundred times at once, one is taken', async () => {
  const verifier = verifierWith()
  const token = await tokenFor()
  const reasons = await Promise.all(
    Array.from({ length: 100 }, () => reasonFor(requestWith(token), verifier)),
  )
  assert.equal(reasons.filter((reason) => reason === 'ok').length, 1)
  assert.equal(reasons.filter((reason) => reason === 'replayed').length, 99)
})

test('a callback whose handling failed is taken once more', async () => {
  const verifier = verifierWith()
  const token = await tokenFor()
  const verdict = await verifier.verify(requestWith(token))
  assert.ok(verdict.ok)
  await verdict.release()
  assert.equal(await reasonFor(requestWith(token), verifier), 'ok')
  assert.equal(await reasonFor(requestWith(token), verifier), 'replayed')
})

test('what to answer is one text for both packages, and unsigned callbacks may be asked for again', async () => {
  const statusFor = async (request: Request, verifier = verifierWith()) => {
    const verdict = await verifier.verify(request)
    return verdict.ok ? 204 : verdict.status
  }
  assert.equal(await statusFor(requestWith(undefined)), 401)
  assert.equal(
    await statusFor(requestWith(undefined), verifierWith({ unsigned: 'ask-again' })),
    503,
  )
  assert.equal(await statusFor(requestWith('x'), verifierWith({ unsigned: 'ask-again' })), 401)
  const verifier = verifierWith()
  const token = await tokenFor()
  assert.equal(await statusFor(requestWith(token), verifier), 204)
  assert.equal(await statusFor(requestWith(token), verifier), 200)
})

test('a body that was read before, or breaks off, is a verdict and no error', async () => {
  const read = requestWith(await tokenFor())
  await read.json()
  const verdict = await verifierWith().verify(read)
  assert.ok(!verdict.ok)
  assert.equal(verdict.reason, 'unreadable')
  assert.match(verdict.message, /Verify the request first/)
  const broken = new ReadableStream({ start: (controller) => controller.error(new Error('cut')) })
  const init = { method: 'POST', body: broken, duplex: 'half' }
  assert.equal(await reasonFor(new Request('https://example.com', init)), 'unreadable')
  const locked = requestWith(await tokenFor())
  locked.body?.getReader()
  assert.equal(await reasonFor(locked), 'unreadable')
})

test('a refused callback does not keep the right one from being taken', async () => {
  const verifier = verifierWith()
  const token = await tokenFor()
  assert.equal(await reasonFor(requestWith(token, `${event} `), verifier), 'altered')
  assert.equal(await reasonFor(requestWith(token), verifier), 'ok')
})

test('what is remembered is bounded, and forgotten when it can no longer come', async () => {
  let time = 0
  const { claim } = memoryReplays({ capacity: 2, now: () => time })
  assert.deepEqual(
    [await claim('a', 10), await claim('b', 10), await claim('a', 10)],
    [true, true, false],
  )
  assert.equal(await claim('c', 10), true)
  assert.equal(await claim('a', 10), true)
  time = 11
  assert.equal(await claim('c', 20), true)
})

test('a body beyond the limit is not read to its end', async () => {
  let pulled = 0
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 1
      controller.enqueue(new Uint8Array(64 * 1024))
    },
  })
  const init = { method: 'POST', body: endless, duplex: 'half' }
  assert.equal(await reasonFor(new Request('https://example.com', init)), 'too-large')
  assert.ok(pulled < 30)
  const body = new Uint8Array(2 * 1_048_576)
  assert.equal((await verifierWith().verifyBytes({ authorization: 'x', body })).ok, false)
})

test('while a secret is being changed, callbacks signed with either are taken', async () => {
  const verifier = verifierWith({ secrets: ['the next one', secret] })
  assert.equal(await reasonFor(requestWith(await tokenFor()), verifier), 'ok')
  const next = await tokenFor({ secret: 'the next one' })
  assert.equal(await reasonFor(requestWith(next), verifier), 'ok')
})

test('options that cannot be right are refused, and nothing shows a secret', () => {
  const untyped = (options: unknown) => () =>
    Reflect.apply(createWebhookVerifier, undefined, [options as WebhookVerifierOptions])
  for (const secrets of [undefined, '', [], [''], 7]) {
    assert.throws(untyped({ secrets }), { code: 'invalid-option', message: /secrets must be/ })
  }
  assert.throws(untyped({ secrets: secret, windowSeconds: 0 }), { message: /windowSeconds/ })
  assert.throws(untyped({ secret }), { message: /no option "secret"/ })
  assert.ok(!inspect(verifierWith(), { depth: Infinity, showHidden: true }).includes(secret))
})
