import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { SignJWT } from 'jose'
import OpenTok from 'opentok'
import {
  application,
  applicationPublicKey,
  project,
  sessionId,
} from '../testing/example-account.ts'
import { createVideoApi } from '../video-api.ts'
import { createTokenVerifier } from './token-verifier.ts'
import type { TokenVerifierOptions } from './token-verifier.ts'

const start = Date.parse('2026-11-22T12:00:00Z')
const seconds = start / 1000
const now = () => start

const video = createVideoApi({ ...project, now })
const verifier = createTokenVerifier({ ...project, now })
const applicationVideo = createVideoApi({ ...application, now })
const publicHalf = { applicationId: application.applicationId, publicKey: applicationPublicKey }
const applicationVerifier = createTokenVerifier({ ...publicHalf, now })

async function reasonFor(token: unknown, wanted = {}): Promise<string> {
  const verdict = await verifier.verify(token as string, wanted)
  return verdict.ok ? 'ok' : verdict.reason
}

const claims = {
  iss: project.apiKey,
  ist: 'project',
  iat: seconds,
  exp: seconds + 60,
  session_id: sessionId,
  role: 'publisher',
  scope: 'session.connect',
}

function signed(changes: object, secret = project.apiSecret): Promise<string> {
  const token = new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'HS256' })
  return token.sign(new TextEncoder().encode(secret))
}

test('what a token says is what it was made to say, in every format', async () => {
  const wanted = {
    role: 'moderator',
    data: 'Zoë & co +1',
    expiresIn: 600,
    initialLayoutClassList: ['focus', 'wide'],
  } as const
  const { expiresIn, ...said } = wanted
  const facts = {
    ok: true,
    sessionId,
    ...said,
    issuedAt: seconds,
    expiresAt: seconds + expiresIn,
  }
  for (const format of ['jwt', 't1'] as const) {
    const token = await video.generateToken(sessionId, { ...wanted, format })
    assert.deepEqual(await verifier.verify(token, { sessionId }), facts)
  }
  const token = await applicationVideo.generateToken(sessionId, wanted)
  assert.deepEqual(await applicationVerifier.verify(token), facts)
})

test('tokens of npm opentok are taken, in both formats', async () => {
  const official = new OpenTok(project.apiKey, project.apiSecret)
  const today = createTokenVerifier(project)
  for (const legacy of [false, true]) {
    const token = official.generateToken(sessionId, { role: 'subscriber', data: 'a b' }, legacy)
    const verdict = await today.verify(token, { sessionId })
    assert.ok(verdict.ok)
    assert.deepEqual([verdict.role, verdict.data], ['subscriber', 'a b'])
  }
})

test('T1 fields are read in any order and with plus signs for spaces, as PHP writes them', async () => {
  const data = `session_id=${sessionId}&create_time=${seconds}&role=publisher&nonce=1&expire_time=${seconds + 9}&connection_data=a+b`
  const sig = createHmac('sha1', project.apiSecret).update(data).digest('hex')
  const text = `partner_id=${project.apiKey}&sig=${sig}:${data}`
  const verdict = await verifier.verify(`T1==${Buffer.from(text).toString('base64')}`)
  assert.ok(verdict.ok)
  assert.equal(verdict.data, 'a b')
})

test('a token is refused with what is wrong with it', async () => {
  const cases: readonly (readonly [unknown, string])[] = [
    ['', 'malformed'],
    [undefined, 'malformed'],
    [null, 'malformed'],
    ['a.b', 'malformed'],
    ['T1==', 'malformed'],
    ['T1==%%%', 'malformed'],
    [await signed({}, 'another secret'), 'forged'],
    [await signed({ iss: '999' }), 'other-account'],
    [await signed({ scope: undefined }), 'other-kind'],
    [await signed({ scope: 'session.connect admin' }), 'other-kind'],
    [await signed({ role: 'emperor' }), 'malformed'],
    [await signed({ role: 'constructor' }), 'malformed'],
    [await signed({ exp: '1e400' }), 'malformed'],
    [await signed({ exp: seconds }), 'expired'],
    [await signed({ expire_time: seconds - 1 }), 'expired'],
    [await signed({ iat: seconds + 60 }), 'early'],
    [await signed({ session_id: 7 }), 'malformed'],
    [await signed({ connection_data: { admin: true } }), 'malformed'],
    [await applicationVideo.generateToken(sessionId), 'forged'],
  ]
  for (const [token, reason] of cases) assert.equal(await reasonFor(token), reason)
  const good = await video.generateToken(sessionId)
  assert.equal(await reasonFor(good, { sessionId: '1_other' }), 'other-session')
  assert.equal(await reasonFor(good, { sessionId }), 'ok')
})

test('the key decides the algorithm, never the token', async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  for (const alg of ['none', 'None', 'nOnE']) {
    assert.notEqual(await reasonFor(`${part({ alg })}.${part(claims)}.`), 'ok')
    assert.notEqual(await reasonFor(`${part({ alg })}.${part(claims)}.AA`), 'ok')
  }
  const mac = (head: object) => {
    const text = `${part(head)}.${part(claims)}`
    return `${text}.${createHmac('sha256', project.apiSecret).update(text).digest('base64url')}`
  }
  assert.equal(await reasonFor(mac({ alg: 'HS256' })), 'ok')
  assert.equal(await reasonFor(mac({ alg: 'HS256', crit: ['x'], x: 1 })), 'forged')
  assert.equal(await reasonFor(mac({ alg: 'HS256', crit: ['b64'], b64: false })), 'forged')
  assert.equal(await reasonFor(mac({ alg: 'HS512' })), 'forged')

  const confused = new SignJWT({ ...claims, application_id: application.applicationId })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(applicationPublicKey))
  assert.equal((await applicationVerifier.verify(await confused)).ok, false)
})

test('what authorizes a REST request admits nobody', async () => {
  let authorization = ''
  const fetch = async (_url: unknown, init?: RequestInit) => {
    authorization = new Headers(init?.headers).get('x-opentok-auth') ?? ''
    return Response.json([{ session_id: '1_x' }])
  }
  await createVideoApi({ ...project, now, fetch }).createSession()
  assert.equal(await reasonFor(authorization), 'malformed')
  assert.equal(await reasonFor(await signed({ scope: undefined })), 'other-kind')
})

test('while a secret is being changed, tokens of either are taken', async () => {
  const newer = { ...project, apiSecret: 'a'.repeat(40) }
  const both = createTokenVerifier({
    ...project,
    apiSecret: [newer.apiSecret, project.apiSecret],
    now,
  })
  for (const each of [project, newer]) {
    for (const format of ['jwt', 't1'] as const) {
      const token = await createVideoApi({ ...each, now }).generateToken(sessionId, { format })
      assert.equal((await both.verify(token)).ok, true)
    }
  }
  assert.equal((await both.verify(await signed({}, 'b'.repeat(40)))).ok, false)
})

test('options that cannot be right are refused without a secret in the message', async () => {
  const untyped = (options: unknown) => () =>
    Reflect.apply(createTokenVerifier, undefined, [options as TokenVerifierOptions])
  const invalid = (message: RegExp) => ({ code: 'invalid-option', message })
  assert.throws(untyped({}), invalid(/Give apiKey and apiSecret/))
  assert.throws(untyped({ ...project, ...publicHalf }), invalid(/Give apiKey/))
  assert.throws(untyped({ apiKey: '100', apiSecret: [] }), invalid(/apiSecret must be/))
  assert.throws(untyped({ ...project, secret: 'x' }), invalid(/no option "secret"/))
  const wrong = createTokenVerifier({ ...publicHalf, publicKey: application.privateKey })
  await assert.rejects(
    wrong.verify(await applicationVideo.generateToken('1_x')),
    (error: Error) => {
      assert.doesNotMatch(error.message, /MII/)
      return /SPKI PEM/.test(error.message)
    },
  )
})

/**
 * A thousand tokens, of every format; of each, one byte in twenty is changed, one after the other, at places that
 * move with the token, so that every place is changed fifty times.
 */
test('after one byte of it has changed, not one of a thousand tokens is taken', async () => {
  const stride = 20
  const flip = (token: string, at: number) =>
    token.slice(0, at) + String.fromCharCode(token.charCodeAt(at) ^ 1) + token.slice(at + 1)
  let tried = 0
  for (let number = 0; number < 1000; number++) {
    const format = number % 2 === 0 ? 'jwt' : 't1'
    const isApplication = number % 10 === 0
    const options = { data: `visitor ${number}` }
    const token = isApplication
      ? await applicationVideo.generateToken(sessionId, options)
      : await video.generateToken(sessionId, { ...options, format })
    const { verify } = isApplication ? applicationVerifier : verifier
    for (let at = number % stride; at < token.length; at += stride) {
      const verdict = await verify(flip(token, at))
      assert.equal(verdict.ok, false, `byte ${at} of ${token}`)
      tried++
    }
  }
  assert.ok(tried > 20_000)
})
