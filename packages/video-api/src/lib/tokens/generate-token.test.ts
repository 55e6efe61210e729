import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt, decodeProtectedHeader, importSPKI, jwtVerify } from 'jose'
import OpenTok from 'opentok'
import {
  application,
  applicationPublicKey,
  project,
  sessionId,
} from '../testing/example-account.ts'
import { createVideoApi } from '../video-api.ts'

const now = Date.parse('2026-11-22T12:00:00.900Z')
const seconds = Math.floor(now / 1000)
const currentDate = new Date(now)
const secret = new TextEncoder().encode(project.apiSecret)

test('a project token is an HS256 JWT that says who may do what until when', async () => {
  const video = createVideoApi({ ...project, now: () => now })
  const token = await video.generateToken(sessionId, {
    role: 'moderator',
    expiresIn: 600,
    data: '{"name":"Ada"}',
    initialLayoutClassList: ['focus', 'wide'],
  })
  const { payload } = await jwtVerify(token, secret, { algorithms: ['HS256'], currentDate })
  const { nonce, ...claims } = payload
  assert.deepEqual(claims, {
    iss: '100',
    ist: 'project',
    iat: seconds,
    exp: seconds + 600,
    session_id: sessionId,
    create_time: seconds,
    role: 'moderator',
    expire_time: seconds + 600,
    connection_data: '{"name":"Ada"}',
    initial_layout_class_list: 'focus wide',
    scope: 'session.connect',
  })
  assert.match(String(nonce), /^\d{10,}$/)
})

test('a project token has the claims and the defaults of npm opentok', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: seconds * 1000 })
  const ours = await createVideoApi(project).generateToken(sessionId)
  const theirs = new OpenTok(project.apiKey, project.apiSecret).generateToken(sessionId)
  assert.deepEqual(
    Object.keys(decodeJwt(ours)).toSorted(),
    Object.keys(decodeJwt(theirs)).toSorted(),
  )
  const lasting = (token: string) => {
    const { iat = 0, exp = 0, role, scope, ist, iss, initial_layout_class_list } = decodeJwt(token)
    return { lifetime: exp - iat, role, scope, ist, iss, initial_layout_class_list }
  }
  assert.deepEqual(lasting(ours), lasting(theirs))
  assert.deepEqual(decodeProtectedHeader(ours), { typ: 'JWT', alg: 'HS256' })
})

test('an application token is an RS256 JWT for the whole session', async () => {
  const video = createVideoApi({ ...application, now: () => now })
  const token = await video.generateToken('1_any', { role: 'subscriber', expireTime: seconds + 60 })
  const key = await importSPKI(applicationPublicKey, 'RS256')
  const { payload } = await jwtVerify(token, key, { algorithms: ['RS256'], currentDate })
  const { jti, ...claims } = payload
  assert.deepEqual(claims, {
    application_id: application.applicationId,
    iat: seconds,
    exp: seconds + 60,
    scope: 'session.connect',
    session_id: '1_any',
    role: 'subscriber',
    initial_layout_class_list: '',
    sub: 'video',
    acl: { paths: { '/session/**': {} } },
  })
  assert.equal(typeof jti, 'string')
})

test('the T1 format is refused for an application', async () => {
  await assert.rejects(createVideoApi(application).generateToken('1_x', { format: 't1' }), {
    code: 'invalid-option',
    message: /OpenTok projects only/,
  })
})

test('no two tokens share a nonce (SEC-16)', async () => {
  const video = createVideoApi({ ...project, now: () => now })
  const tokens = await Promise.all(Array.from({ length: 500 }, () => video.generateToken('1_x')))
  assert.equal(new Set(tokens.map((token) => decodeJwt(token).nonce)).size, 500)
})
