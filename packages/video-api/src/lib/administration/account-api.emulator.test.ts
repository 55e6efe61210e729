import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createEmulator } from 'opentok-emulator'
import { createVideoApi } from '../video-api.ts'
import { createAccountApi } from './account-api.ts'

const emulator = await createEmulator({ mediaRouter: 'off' })
after(() => emulator.close())

const { url: apiUrl, accountKey, accountSecret } = emulator
const { projects } = createAccountApi({ accountKey, accountSecret, apiUrl })

test('a project is made, used, suspended and removed', async () => {
  const { id: apiKey, secret: apiSecret, name, status } = await projects.create({ name: 'Rooms' })
  assert.deepEqual([name, status], ['Rooms', 'ACTIVE'])
  const video = createVideoApi({ apiKey, apiSecret, apiUrl })
  await video.createSession()
  assert.ok((await projects.list()).some(({ id }) => id === apiKey))

  assert.equal((await projects.setStatus(apiKey, 'SUSPENDED')).status, 'SUSPENDED')
  await assert.rejects(video.createSession(), { code: 'unauthorized' })
  assert.equal((await projects.setStatus(apiKey, 'ACTIVE')).status, 'ACTIVE')

  await projects.delete(apiKey)
  await assert.rejects(projects.get(apiKey), { code: 'not-found' })
})

test('the secret of a project can be read, and is in nothing that lists it', async () => {
  const project = await projects.create()
  assert.match(project.secret, /^[\da-f]{40}$/)
  assert.ok(!JSON.stringify(project).includes(project.secret))
})

test('with the old and the new secret a client lives through the change', async () => {
  const { id: apiKey, secret: old } = await projects.create()
  const before = createVideoApi({ apiKey, apiSecret: old, apiUrl })
  await before.createSession()
  const { secret: next } = await projects.refreshSecret(apiKey)
  assert.notEqual(next, old)
  await assert.rejects(before.createSession(), { code: 'unauthorized' })
  await createVideoApi({ apiKey, apiSecret: [old, next], apiUrl }).createSession()
})

test('what is no account is refused without repeating its secret', async () => {
  const stranger = createAccountApi({ accountKey, accountSecret: 'not the secret', apiUrl })
  await assert.rejects(stranger.projects.list(), (error: Error & { code?: string }) => {
    assert.ok(!error.message.includes('not the secret'))
    return error.code === 'unauthorized'
  })
  const wrong = { accountKey: 'secret words', accountSecret: '1' }
  assert.throws(() => createAccountApi(wrong), { code: 'invalid-credentials', message: /digits/ })
})
