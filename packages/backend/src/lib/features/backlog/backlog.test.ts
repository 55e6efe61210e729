import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { SignJWT } from 'jose'
import { invitations } from '../../access/invitations.ts'
import { roomPolicies } from '../../policy/room-policies.ts'
import { derivedKey } from '../../secrets/derived-key.ts'
import { memoryStore } from '../../stores/memory.ts'
import { fakePlatform } from '../../testing/fake-platform.ts'
import { hostBackend, secret } from '../../testing/host-backend.ts'
import type { Ask } from '../../testing/host-backend.ts'
import { meetings } from '../moderation/meetings.ts'
import { moderation } from '../moderation/moderation.ts'
import { backlog } from './backlog.ts'
import type { BacklogOptions } from './backlog.ts'
import { blank, said } from './backlog-state.ts'
import { createPasses } from './passes.ts'

/** What a pass opens, as the JSON of its answer. */
type Opened = {
  readonly status: number
  readonly code?: string
  readonly messages: readonly { message: string; from: string; name?: string; text: string }[]
  readonly hands: readonly { from: string; name?: string }[]
  readonly values: readonly { name: string; value: string }[]
}

function room(options: Partial<BacklogOptions> = {}) {
  const { video } = fakePlatform()
  const connections = { ...video.connections, list: async () => ({ count: 0, items: [] }) }
  const platform = { ...video, connections }
  const ask = hostBackend({
    video: platform,
    policies: roomPolicies([{ rooms: 'plain', features: ['meetings'] }]),
    features: [backlog({ secret, ...options }), moderation(platform), meetings(platform)],
  })
  return { ask, ...inside(ask) }
}

function inside(ask: Ask) {
  return {
    async enter(as: string, at = 'a', body: object = { name: as }): Promise<string> {
      return (await ask(`/rooms/${at}/join`, { as, body })).pass ?? assert.fail('no pass')
    },
    async open(pass: string, as = 'ada', at = 'a'): Promise<Opened> {
      return (await ask(`/rooms/${at}/backlog`, { as, body: { pass } })) as unknown as Opened
    },
  }
}

test('who comes late reads what was said, whose hands are up and what is set', async () => {
  const { ask, enter, open } = room()
  const [ada, host] = [await enter('ada'), await enter('host')]
  const { message } = await ask('/rooms/a/messages', {
    as: 'ada',
    body: { pass: ada, text: 'Hello' },
  })
  await ask('/rooms/a/messages', { as: 'host', body: { pass: host, text: 'Welcome' } })
  await ask('/rooms/a/hand', { as: 'ada', body: { pass: ada, raised: true } })
  await ask('/rooms/a/hand', { as: 'ada', body: { pass: ada, raised: true } })
  const topic = { pass: host, name: '__proto__', value: 'Bees' }
  assert.equal((await ask('/rooms/a/values', { as: 'host', body: topic })).status, 204)

  const late = await open(await enter('bob'), 'bob')
  assert.deepEqual(
    late.messages.map(({ name, text }) => `${name}: ${text}`),
    ['ada: Hello', 'host: Welcome'],
  )
  assert.equal(late.messages[0]?.message, message)
  assert.deepEqual(
    late.hands.map(({ name }) => name),
    ['ada'],
  )
  assert.equal(late.hands[0]?.from, late.messages[0]?.from)
  assert.deepEqual(late.values, [{ name: '__proto__', value: 'Bees' }])
})

test('nobody without a pass of this room reads or writes anything', async () => {
  const { ask, enter, open } = room()
  const pass = await enter('ada')
  await ask('/rooms/a/messages', { as: 'ada', body: { pass, text: 'Between us' } })
  const { sessionId } = await ask('/rooms/a/join', { as: 'eve' })
  const claims = { room: 'a', sid: sessionId }
  const sign = async (typ: string, purpose: string, exp: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ })
      .setSubject('eve')
      .setExpirationTime(exp)
      .sign(
        purpose === ''
          ? new TextEncoder().encode(secret)
          : await derivedKey(secret, { purpose, scope: undefined }),
      )
  const links = invitations(secret, { store: memoryStore() })
  const forged = [
    await enter('eve', 'b'),
    await links.create('a'),
    await sign('ot-room-pass+jwt', 'invitation', '1h'),
    await sign('ot-room-pass+jwt', '', '1h'),
    await sign('JWT', 'pass', '1h'),
    await sign('ot-room-pass+jwt', 'pass', '-1s'),
    pass.slice(0, -2),
    'x',
  ]
  for (const [index, given] of forged.entries()) {
    for (const [path, more] of [
      ['backlog', {}],
      ['messages', { text: 'x' }],
      ['hand', { raised: true }],
    ] as const) {
      const body = { pass: given, ...more }
      const { status, code } = await ask(`/rooms/a/${path}`, { as: 'eve', body })
      assert.equal(`${status} ${code}`, '401 pass-invalid', `${index} ${path}`)
    }
  }
  assert.equal((await ask('/rooms/a/backlog', { as: 'eve' })).code, 'body-invalid')
  const { messages, hands } = await open(pass)
  assert.deepEqual([messages.length, hands.length], [1, 0])
})

test('a pass is over after its time, and joining again gives another', async (t) => {
  const { enter, open } = room({ passLifetime: 60 })
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() })
  const pass = await enter('ada')
  t.mock.timers.tick(59_000)
  assert.equal((await open(pass)).status, 200)
  t.mock.timers.tick(1000)
  assert.equal((await open(pass)).code, 'pass-invalid')
  assert.equal((await open(await enter('ada'))).status, 200)
})

test('a secret can be changed without ending the passes that are about (SEC-45)', async () => {
  const holder = {
    room: 'a',
    sessionId: '1_x',
    visitor: 'ada',
    banKey: 'ada',
    isMember: true,
    role: 'publisher',
  } as const
  const pass = await createPasses(secret, undefined).issue(holder, 60)
  const newest = 'another secret of the site, 32 characters'
  const { since, ...read } = await createPasses([newest, secret], undefined).read(pass, 'a')
  assert.deepEqual(read, holder)
  assert.ok(Math.abs(Date.now() - since) < 60_000)
  const expired = { code: 'pass-invalid' }
  await assert.rejects(createPasses(newest, undefined).read(pass, 'a'), expired)
  await assert.rejects(createPasses([newest, secret], 'tenant/').read(pass, 'a'), expired)
})

test('the oldest messages go, so that there are never more than was said or 64 KiB', async () => {
  const { ask, enter, open } = room({ messages: 3 })
  const pass = await enter('ada')
  for (const text of ['1', '2', '3', '4', '5']) {
    await ask('/rooms/a/messages', { as: 'ada', body: { pass, text } })
  }
  const { messages } = await open(pass)
  assert.deepEqual(
    messages.map(({ text }) => text),
    ['3', '4', '5'],
  )
  const long = { pass, text: 'x'.repeat(2001) }
  assert.equal((await ask('/rooms/a/messages', { as: 'ada', body: long })).code, 'body-invalid')

  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 2000 })
  const longest = fc.constantFrom('€'.repeat(2000), '\u0000'.repeat(2000))
  fc.assert(
    fc.property(fc.array(fc.oneof(text, longest), { maxLength: 60, size: 'max' }), (texts) => {
      const message = (text: string, at: number) => ({ id: `${at}`, from: 'ada', text, at })
      const after = texts.reduce(
        (before, text, at) => said(before, message(text, at), 50),
        said(blank, message('€'.repeat(2000), 0), 50),
      )
      const bytes = Buffer.byteLength(JSON.stringify(after.messages))
      assert.ok(after.messages.length <= 50 && bytes <= 64 * 1024 + 2 * 50)
      assert.equal(after.messages.at(-1)?.text, texts.at(-1) ?? '€'.repeat(2000))
    }),
    { numRuns: 30 },
  )
})

test('a hundred hands and 32 values are the most there are', async () => {
  const { ask, enter, open } = room()
  const host = await enter('host')
  for (let n = 0; n < 100; n += 1) {
    const pass = await enter(`visitor ${n}`)
    await ask('/rooms/a/hand', { as: `visitor ${n}`, body: { pass, raised: true } })
  }
  const raise = async (pass: string) =>
    (await ask('/rooms/a/hand', { as: 'ada', body: { pass, raised: true } })).status
  const late = await enter('ada')
  assert.equal(await raise(late), 409)
  const [first] = (await open(host, 'host')).hands
  const lowering = { pass: late, raised: false, of: first?.from }
  assert.equal((await ask('/rooms/a/hand', { as: 'ada', body: lowering })).code, 'hosts-only')
  await ask('/rooms/a/hand', { as: 'host', body: { ...lowering, pass: host } })
  assert.equal(await raise(late), 204)

  const set = async (name: string, value?: string) =>
    (await ask('/rooms/a/values', { as: 'host', body: { pass: host, name, value } })).status
  for (let n = 0; n < 32; n += 1) assert.equal(await set(`value ${n}`, 'x'), 204)
  assert.equal(await set('one more', 'x'), 409)
  assert.equal(await set('value 7', 'y'), 204)
  assert.equal(await set('value 8'), 204)
  assert.equal(await set('one more', 'x'), 204)
  const { code } = await ask('/rooms/a/values', { as: 'ada', body: { pass: late, name: 'x' } })
  assert.equal(code, 'hosts-only')
})

test('a message is forgotten by its author or a host, and everything by a host', async () => {
  const { ask, enter, open } = room()
  const [ada, eve, host] = [await enter('ada'), await enter('eve'), await enter('host')]
  const say = async (text: string) =>
    (await ask('/rooms/a/messages', { as: 'ada', body: { pass: ada, text } })).message
  const [one, two] = [await say('one'), await say('two')]
  await say('three')
  const unsay = async (as: string, pass: string, message = '') =>
    (await ask(`/rooms/a/messages/${message}/delete`, { as, body: { pass } })).status
  assert.equal(await unsay('eve', eve, one), 404)
  assert.equal(await unsay('ada', ada, one), 204)
  assert.equal(await unsay('ada', ada, one), 404)
  assert.equal(await unsay('host', host, two), 204)
  const left = async () => (await open(ada)).messages.map(({ text }) => text)
  assert.deepEqual(await left(), ['three'])
  const forget = (as: string, pass: string) =>
    ask('/rooms/a/backlog/delete', { as, body: { pass } })
  assert.equal((await forget('eve', eve)).code, 'hosts-only')
  assert.equal((await forget('host', host)).status, 204)
  assert.deepEqual(await left(), [])
})

test('with the end of a meeting its backlog is over, and the next one begins with none', async () => {
  const { ask, enter, open } = room()
  const old = await enter('ada')
  const body = { pass: old, text: 'Only for today' }
  await ask('/rooms/a/messages', { as: 'ada', body })
  await ask('/rooms/a/end', { as: 'host' })
  assert.equal((await open(old)).code, 'pass-invalid')
  assert.equal((await ask('/rooms/a/messages', { as: 'ada', body })).code, 'pass-invalid')
  assert.deepEqual((await open(await enter('ada'))).messages, [])
})

test('who was banned reads and writes no more, pass or not', async () => {
  const { ask, enter, open } = room()
  const pass = await enter('mallory')
  const { visitor } = await ask('/rooms/a/join', { as: 'mallory' })
  await ask('/rooms/a/ban', { as: 'host', body: { visitor } })
  assert.equal((await open(pass, 'mallory')).code, 'banned')
})

test('where it was not asked for there is neither a pass nor a backlog', async () => {
  const { ask } = room()
  const { pass } = await ask('/rooms/plain/join')
  assert.equal(pass, undefined)
  assert.equal((await ask('/rooms/plain/backlog', { body: { pass: 'x' } })).code, 'feature-off')
  const without = hostBackend({})
  assert.equal((await without('/rooms/a/join')).pass, undefined)
  assert.equal((await without('/rooms/a/backlog')).code, 'route-unknown')
})

test('bounds that bound nothing, and secrets that can be guessed, are refused', () => {
  for (const options of [
    { messages: 0 },
    { messages: 1e6 },
    { passLifetime: 0.5 },
    { keepFor: Infinity },
    { secret: 'short' },
  ]) {
    assert.throws(() => backlog({ secret, ...options }), TypeError, JSON.stringify(options))
  }
})
