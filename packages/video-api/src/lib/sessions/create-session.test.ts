import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importSPKI, jwtVerify } from 'jose'
import { createVideoApi } from '../video-api.ts'
import { application, applicationPublicKey, project } from '../testing/example-account.ts'
import { answerJson, answerSession, stubPlatform } from '../testing/stub-platform.ts'

test('a created session is frozen and says what it is', async (t) => {
  const { url } = await stubPlatform(t, (response) => answerSession(response, '2_MX4xMDB'))
  const session = await createVideoApi({ ...project, apiUrl: url }).createSession()
  assert.deepEqual(session, {
    sessionId: '2_MX4xMDB',
    mediaMode: 'relayed',
    archiveMode: 'manual',
    e2ee: false,
  })
  assert.ok(Object.isFrozen(session))
})

test('the media mode is always sent, in the inverted words of the platform', async (t) => {
  const { url, requests } = await stubPlatform(t, (response) => answerSession(response, '1_x'))
  const video = createVideoApi({ ...project, apiUrl: `${url}/` })
  await video.createSession()
  await video.createSession({ mediaMode: 'routed', location: '203.0.113.7', e2ee: true })
  await video.createSession({
    mediaMode: 'routed',
    archiveMode: 'always',
    archiveName: 'a & b',
    archiveResolution: '1280x720',
  })
  assert.deepEqual(
    requests.map(({ method, url, form }) => ({ method, url, form })),
    [
      { 'p2p.preference': 'enabled', archiveMode: 'manual' },
      {
        'p2p.preference': 'disabled',
        archiveMode: 'manual',
        e2ee: 'true',
        location: '203.0.113.7',
      },
      {
        'p2p.preference': 'disabled',
        archiveMode: 'always',
        archiveName: 'a & b',
        archiveResolution: '1280x720',
      },
    ].map((form) => ({ method: 'POST', url: '/session/create', form })),
  )
})

test('an OpenTok project authorizes itself with a short HS256 project token', async (t) => {
  const { url, requests } = await stubPlatform(t, (response) => answerSession(response, '1_x'))
  await createVideoApi({ ...project, apiUrl: url }).createSession()
  const headers = requests[0]?.headers
  assert.equal(headers?.accept, 'application/json')
  assert.equal(headers?.['content-type'], 'application/x-www-form-urlencoded')
  const { payload, protectedHeader } = await jwtVerify(
    String(headers?.['x-opentok-auth']),
    new TextEncoder().encode(project.apiSecret),
  )
  assert.deepEqual(protectedHeader, { typ: 'JWT', alg: 'HS256' })
  const { iat = 0, exp = 0, jti, ...claims } = payload
  assert.deepEqual(claims, { iss: '100', ist: 'project' })
  assert.ok(exp - iat <= 300 && iat * 1000 < Date.now())
  assert.match(String(jti), /^\d+$/)
})

test('a Vonage application authorizes itself with a short RS256 bearer token', async (t) => {
  const { url, requests } = await stubPlatform(t, (response) => answerSession(response, '1_x'))
  await createVideoApi({ ...application, apiUrl: url }).createSession()
  const [scheme, token] = String(requests[0]?.headers.authorization).split(' ')
  assert.equal(scheme, 'Bearer')
  const key = await importSPKI(applicationPublicKey, 'RS256')
  const { payload } = await jwtVerify(String(token), key, { algorithms: ['RS256'] })
  assert.equal(payload.application_id, application.applicationId)
  assert.ok((payload.exp ?? 0) - (payload.iat ?? 0) <= 300)
  assert.equal(typeof payload.jti, 'string')
})

test('contradictory options are refused before any request', async (t) => {
  const { url, requests } = await stubPlatform(t, (response) => answerSession(response, '1_x'))
  const video = createVideoApi({ ...project, apiUrl: url })
  await assert.rejects(video.createSession({ archiveMode: 'always' }), { code: 'invalid-option' })
  await assert.rejects(video.createSession({ e2ee: true }), { code: 'invalid-option' })
  const untyped: object = { signal: 'soon' }
  await assert.rejects(video.createSession(untyped), {
    code: 'invalid-option',
    message: /signal must be an AbortSignal/,
  })
  assert.equal(requests.length, 0)
})

test('an answer without a session id is an unexpected response, not a session', async (t) => {
  const answers = [
    [],
    {},
    [{}],
    null,
    'x',
    [{ session_id: 7 }],
    [{ session_id: '' }],
    [{ session_id: 'x'.repeat(256) }],
    { session_id: '1_x' },
  ]
  const { url } = await stubPlatform(t, (response) => answerJson(response, answers.shift()))
  const video = createVideoApi({ ...project, apiUrl: url })
  while (answers.length > 0) {
    await assert.rejects(video.createSession(), { code: 'unexpected-response' })
  }
})

test('a session id of 255 characters is accepted', async (t) => {
  const { url } = await stubPlatform(t, (response) => answerSession(response, 'x'.repeat(255)))
  const { sessionId } = await createVideoApi({ ...project, apiUrl: url }).createSession()
  assert.equal(sessionId.length, 255)
})
