import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { callOf, type Call } from '../state/room-state.ts'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { createFakePlatform } from '../testing/fake-platform.ts'
import { Room } from '../room/room.ts'

const bob = { id: 'bob', name: 'Bob' }
const began = { type: 'ot-room-captions', data: 'de-DE', from: undefined }
const ended = { ...began, data: '' }

async function inCall(t: TestContext, answer: object = {}) {
  const platform = createFakePlatform({ self: { id: 'self', name: 'Ada' } })
  const credentials = { applicationId: 'a', sessionId: 's', token: 't', ...answer }
  const { fetch, requests } = createFakeBackend(() => ({ body: credentials }))
  const room = new Room({ room: 'tea', endpoint: 'https://rooms.example', platform, fetch })
  t.after(() => room.leave())
  await room.join()
  platform.addStream(bob, { id: 'camera' })
  const call = (): Call => callOf(room.state) ?? assert.fail('There is no call.')
  const lines = (): readonly string[] => {
    const { captions } = call()
    return captions.status === 'read' ? captions.lines.map(({ text }) => text) : []
  }
  const say = (text: string, state: 'growing' | 'complete' = 'complete') =>
    platform.say({ streamId: 'camera', text, state })
  return { platform, room, requests, call, lines, say }
}

test('nothing is written down before a host wants it, and then what the visitor says for others', async (t) => {
  const { platform, call } = await inCall(t)
  assert.equal(platform.captions, 'off')
  platform.receive(began)
  assert.deepEqual(call().captions, { status: 'unread', language: 'de-DE' })
  assert.equal(platform.captions, 'unread')
  platform.receive(ended)
  assert.deepEqual(call().captions, { status: 'off' })
  assert.equal(platform.captions, 'off')
})

test('who wants to reads what others say, with the name of who says it', async (t) => {
  const { platform, room, call, lines, say } = await inCall(t)
  platform.receive(began)
  room.captions?.show()
  assert.equal(platform.captions, 'read')
  say('Guten Morgen')
  say('   ')
  assert.deepEqual(lines(), ['Guten Morgen'])
  const { captions } = call()
  const [line] = captions.status === 'read' ? captions.lines : []
  assert.deepEqual([line?.by, line?.name], ['bob', 'Bob'])
  room.captions?.hide()
  assert.deepEqual(call().captions, { status: 'unread', language: 'de-DE' })
  assert.equal(platform.captions, 'unread')
})

test('who wants to read before there is anything to read gets it when there is, and again', async (t) => {
  const { platform, room, call } = await inCall(t)
  room.captions?.show()
  assert.equal(call().captions.status, 'off')
  assert.equal(platform.captions, 'off')
  for (const signal of [began, ended, began]) platform.receive(signal)
  assert.equal(call().captions.status, 'read')
  assert.equal(platform.captions, 'read')
})

test('a line grows until its sentence is over, and the next one is another line', async (t) => {
  const { platform, room, lines, say } = await inCall(t)
  platform.receive(began)
  room.captions?.show()
  say('Guten', 'growing')
  say('Guten Morgen', 'growing')
  assert.deepEqual(lines(), ['Guten Morgen'])
  say('Guten Morgen.')
  say('Wie', 'growing')
  assert.deepEqual(lines(), ['Guten Morgen.', 'Wie'])
})

test('a line is gone when it has been there for a while, and never more than four are there', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const { platform, room, lines, say } = await inCall(t)
  platform.receive(began)
  room.captions?.show()
  for (const text of ['1', '2', '3', '4', '5']) say(text)
  assert.deepEqual(lines(), ['2', '3', '4', '5'])
  say('6', 'growing')
  t.mock.timers.tick(5000)
  say('6 and more', 'growing')
  t.mock.timers.tick(5000)
  await Promise.resolve()
  assert.deepEqual(lines(), ['6 and more'])
  t.mock.timers.tick(5000)
  await Promise.resolve()
  assert.deepEqual(lines(), [])
  // What is said in that stream then is another line.
  say('7')
  assert.deepEqual(lines(), ['7'])
})

test('who comes later knows what is being written down', async (t) => {
  const { platform, call } = await inCall(t, { captions: 'fr-FR' })
  assert.deepEqual(call().captions, { status: 'unread', language: 'fr-FR' })
  assert.equal(platform.captions, 'unread')
})

test('after an outage the visitor goes on reading', async (t) => {
  const { platform, room, call } = await inCall(t, { captions: 'fr-FR' })
  room.captions?.show()
  const back = Promise.withResolvers<void>()
  room.subscribe(({ phase }) => {
    if (phase === 'connected') back.resolve()
  })
  const error = Object.assign(new Error(), { code: 'network-lost' }) as never
  platform.report({ type: 'departed', departure: { reason: 'network-lost', error } })
  await back.promise
  assert.deepEqual(call().captions, { status: 'read', language: 'fr-FR', lines: [] })
  assert.equal(platform.captions, 'read')
})

test('nobody but the backend begins or ends captions', async (t) => {
  const { platform, call } = await inCall(t)
  platform.receive({ ...began, from: 'bob' })
  assert.equal(call().captions.status, 'off')
  platform.receive(began)
  platform.receive({ ...ended, from: 'bob' })
  assert.equal(call().captions.status, 'unread')
})

test('a host asks the backend for them, in a language', async (t) => {
  const { room, requests } = await inCall(t, { role: 'moderator', features: ['captions'] })
  await room.host?.startCaptions('de-DE')
  await room.host?.startCaptions()
  await room.host?.stopCaptions()
  const asked = requests.slice(1).map(({ url, body }) => [new URL(url).pathname, body])
  assert.deepEqual(asked, [
    ['/rooms/tea/captions', { language: 'de-DE' }],
    ['/rooms/tea/captions', {}],
    ['/rooms/tea/captions/stop', {}],
  ])
})
