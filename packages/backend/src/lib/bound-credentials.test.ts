import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { firstOf } from './access/first-of.ts'
import { invitations } from './access/invitations.ts'
import type { Invitations } from './access/invitations.ts'
import { backlog } from './features/backlog/backlog.ts'
import { rateLimits } from './features/limits/rate-limits.ts'
import { workersLimiter } from './features/limits/limiter.ts'
import { meetings } from './features/moderation/meetings.ts'
import { moderation } from './features/moderation/moderation.ts'
import { waitingRoom } from './features/waiting/waiting-room.ts'
import { roomPolicies } from './policy/room-policies.ts'
import { kvCache } from './rooms/session-cache.ts'
import { memoryStore } from './stores/memory.ts'
import { tenantBackends } from './tenants/tenant-backends.ts'
import { fakePlatform } from './testing/fake-platform.ts'
import { hostBackend, secret } from './testing/host-backend.ts'
import type { Given } from './testing/host-backend.ts'
import { visitorIds } from './visitors/visitor-ids.ts'

const lots = { count: 10_000, seconds: 60 }

/** A backend with every feature that hands something out, with limits and policies. */
function everything() {
  const { video } = fakePlatform()
  const connections = {
    list: async () => ({ count: 0, items: [] }),
    disconnect: async () => {},
  }
  const platform = { ...video, connections }
  const ask = hostBackend({
    video: platform,
    policies: roomPolicies([{ rooms: '*', maxPeople: 100 }]),
    features: [
      rateLimits({ perAddress: lots, perVisitor: lots, perRoom: lots }),
      moderation(platform),
      waitingRoom(platform),
      meetings(platform),
      backlog({ secret }),
    ],
  })
  const join = (as: string, body: object = {}, more: Given = {}) =>
    ask('/rooms/a/join', { as, body, ...more })
  const host = (what: string, body: object = {}) => ask(`/rooms/a/${what}`, { as: 'host', body })
  const guests = async () => {
    const { guests } = await ask('/rooms/a/waiting', { as: 'host', method: 'GET' })
    return guests as unknown as { guest: string; name?: string }[]
  }
  /** Knocks, and is let in; the ticket is not used yet. */
  async function admitted(as: string, body: { name?: string } = {}, more: Given = {}) {
    const { ticket = '' } = await join(as, body, more)
    const guest = (await guests()).at(-1)?.guest ?? assert.fail('nobody waits')
    assert.equal((await host('admit', { guest })).status, 204)
    return { ticket, guest }
  }
  /** Knocks, is let in, and joins. */
  async function inside(as: string, body: { name?: string } = {}, more: Given = {}) {
    const { ticket, guest } = await admitted(as, body, more)
    const { pass = '', visitor = '', ...answer } = await join(as, { ...body, ticket }, more)
    return { pass, visitor, status: answer.status, ticket: answer['ticket'] ?? '', guest }
  }
  const open = (as: string, pass: string, more: Given = {}) =>
    ask('/rooms/a/backlog', { as, body: { pass }, ...more })
  return { ask, join, host, guests, admitted, inside, open }
}

describe('a ticket of the waiting room', () => {
  for (const [who, more] of [
    ['ada', {}],
    ['stranger', { from: '1.1.1.1' }],
    ['stranger', {}],
  ] as const) {
    const title = `${who} ${JSON.stringify(more)}`

    test(`is of no use in the next meeting (${title})`, async () => {
      const { admitted, inside, join, host } = everything()
      await host('join')
      const unused = await admitted(who, { name: 'Ada' }, more)
      const used = await inside(who, { name: 'Ada' }, more)
      assert.equal(used.status, 200)
      await host('end')
      for (const begun of [false, true]) {
        if (begun) assert.equal((await host('join')).status, 200)
        for (const ticket of [unused.ticket, used.ticket]) {
          assert.equal((await join(who, { name: 'Ada', ticket }, more)).code, 'waiting')
        }
      }
    })

    test(`is of no use after somebody was removed, sent back or banned (${title})`, async () => {
      for (const out of ['remove', 'send-back', 'ban'] as const) {
        const { inside, join, host } = everything()
        await host('join')
        const { ticket, visitor } = await inside(who, { name: 'Ada' }, more)
        const { status } = await host(out, { visitor, connection: 'c1' })
        const couldBeBanned = out !== 'ban' || who === 'ada' || 'from' in more
        assert.equal(status, couldBeBanned ? 204 : 409, out)
        if (!couldBeBanned) continue
        const { code } = await join(who, { name: 'Ada', ticket }, more)
        assert.equal(code, out === 'ban' ? 'banned' : 'waiting', out)
      }
    })

    test(`lets one in, once (${title})`, async () => {
      const { admitted, join } = everything()
      const { ticket } = await admitted(who, { name: 'Ada' }, more)
      const joins = Array.from({ length: 20 }, () => join(who, { name: 'Ada', ticket }, more))
      const answers = await Promise.all(joins)
      const [winner, ...others] = answers.filter(({ status }) => status === 200)
      assert.equal(others.length, 0)
      assert.equal((await join(who, { name: 'Ada', ticket }, more)).code, 'waiting')
      const back = await join(who, { name: 'Ada', ticket: winner?.ticket ?? '' }, more)
      assert.equal(back.status, 200)
    })

    test(`is for the name that the host has read (${title})`, async () => {
      const { admitted, join } = everything()
      const { ticket } = await admitted(who, { name: 'Ada' }, more)
      assert.equal((await join(who, { name: 'Mallory', ticket }, more)).code, 'waiting')
      const unnamed = await join(who, { ticket }, more)
      assert.deepEqual([unnamed.status, unnamed.name], [200, 'Ada'])
    })
  }

  test('is of no use after a removal that names nobody, and whoever stays keeps what is theirs', async () => {
    const { inside, join, host, open } = everything()
    await host('join')
    const ada = await inside('stranger', { name: 'Ada' })
    const bob = await inside('stranger', { name: 'Bob' })
    assert.equal((await host('remove', { connection: 'c1' })).status, 204)
    assert.equal((await join('stranger', { name: 'Ada', ticket: ada.ticket })).code, 'waiting')
    assert.equal((await open('stranger', bob.pass)).status, 200)
  })

  test('of one member is of no use to another, nor to somebody who was denied', async () => {
    const { admitted, join, host, guests } = everything()
    await join('mallory', { name: 'Mallory' })
    await host('deny', { guest: (await guests())[0]?.guest })
    const { ticket } = await admitted('ada', { name: 'Ada' })
    assert.equal((await join('mallory', { ticket })).code, 'denied')
    assert.equal((await join('bob', { ticket })).code, 'waiting')
    assert.equal((await join('stranger', { ticket })).code, 'waiting')
    assert.equal((await join('ada', { ticket })).status, 200)
  })

  test('is made by the server alone', async () => {
    const { join, host } = everything()
    const chosen = 'a-ticket-that-everybody-knows'
    const { ticket } = await join('stranger', { ticket: chosen })
    assert.notEqual(ticket, chosen)
    await host('admit')
    assert.equal((await join('stranger', { ticket: chosen })).code, 'waiting')
    assert.equal((await join('stranger', { ticket })).status, 200)
  })

  test('has one request waiting: the latest', async () => {
    const { join, guests } = everything()
    const { ticket } = await join('stranger')
    const gone = new AbortController()
    const answered: string[] = []
    const polls = Array.from({ length: 50 }, async () => {
      const { code = '' } = await join('stranger', { ticket, wait: true }, { signal: gone.signal })
      answered.push(code)
      // All but the latest, which waits until its visitor has gone.
      if (answered.length === 49) gone.abort()
    })
    await Promise.all(polls)
    assert.deepEqual(answered, Array(50).fill('waiting'))
    assert.equal((await guests()).length, 1)
  })
})

test('a stranger who was denied waits, and others of the network only for a while', async () => {
  let now = 1_000_000
  const { video } = fakePlatform()
  const ask = hostBackend({
    video,
    store: memoryStore({ now: () => now }),
    features: [waitingRoom({ ...video, signals: { send: async () => {} } })],
  })
  const join = (body: object = {}) =>
    ask('/rooms/a/join', { as: 'stranger', from: '2001:db8::1', body })
  const mallory = await join({ name: 'Mallory' })
  const waits = await join({ name: 'Ada' })
  const { guests } = await ask('/rooms/a/waiting', { as: 'host', method: 'GET' })
  const [first] = guests as unknown as { guest: string }[]
  await ask('/rooms/a/deny', { as: 'host', body: { guest: first?.guest } })
  assert.equal((await join({ name: 'Mallory', ticket: mallory.ticket })).code, 'denied')
  assert.equal((await join({ name: 'Mallory' })).code, 'denied')
  assert.equal((await join({ name: 'Ada', ticket: waits.ticket })).code, 'waiting')
  now += 10 * 60_000
  assert.equal((await join({ name: 'Bob' })).code, 'waiting')
})

describe('a pass of a meeting', () => {
  test('is over when its holder is removed, sent back, or banned, and the next one holds', async () => {
    for (const out of ['remove', 'send-back', 'ban'] as const) {
      const { inside, open, host } = everything()
      await host('join')
      const { pass, visitor } = await inside('ada', { name: 'Ada' })
      assert.equal((await open('ada', pass)).status, 200)
      await host(out, { visitor, connection: 'c1' })
      assert.equal((await open('ada', pass)).code, out === 'ban' ? 'banned' : 'pass-invalid', out)
      if (out === 'ban') continue
      const again = await inside('ada', { name: 'Ada' })
      assert.equal((await open('ada', again.pass)).status, 200)
      assert.equal((await open('ada', pass)).code, 'pass-invalid', out)
    }
  })

  test('is over when its holder is denied', async () => {
    const { inside, open, host, join } = everything()
    await host('join')
    const { pass, guest } = await inside('stranger', { name: 'Ada' })
    assert.equal((await open('stranger', pass)).status, 200)
    assert.equal((await host('deny', { guest })).status, 204)
    assert.equal((await open('stranger', pass)).code, 'pass-invalid')
    assert.equal((await join('stranger', { name: 'Ada' })).status, 409)
  })

  test('is of no use to a banned visitor who has that of somebody else', async () => {
    for (const mallory of [{ as: 'mallory' }, { as: 'stranger', from: '6.6.6.6' }]) {
      const { inside, open, host } = everything()
      await host('join')
      const ada = await inside('stranger', { name: 'Ada' }, { from: '1.1.1.1' })
      const banned = await inside(mallory.as, {}, mallory)
      const ban = await host('ban', { visitor: banned.visitor })
      assert.equal(ban.status, 204)
      const { code } = await open(mallory.as, ada.pass, mallory)
      assert.ok(code === 'banned' || code === 'pass-invalid', code)
      const moved = await open('stranger', banned.pass, { from: '7.7.7.7' })
      assert.equal(moved.status, mallory.as === 'mallory' ? 401 : 403)
    }
  })

  test('is its owner’s alone, and that of a host makes no host', async () => {
    const { inside, open, host, ask } = everything()
    const { pass: ofHost = '' } = await host('join')
    const { pass } = await inside('ada')
    assert.equal((await open('bob', pass)).code, 'pass-invalid')
    assert.equal((await open('stranger', pass)).code, 'pass-invalid')
    assert.equal((await open('ada', ofHost)).code, 'pass-invalid')
    const body = { pass: ofHost, text: 'I am the host' }
    assert.equal((await ask('/rooms/a/messages', { as: 'stranger', body })).code, 'pass-invalid')
  })

  test('of a subscriber reads, and neither writes nor raises a hand', async () => {
    const { inside, open, ask } = everything()
    const { pass } = await inside('viewer')
    assert.equal((await open('viewer', pass)).status, 200)
    for (const [path, more] of [
      ['messages', { text: 'Psst' }],
      ['hand', { raised: true }],
    ] as const) {
      const refused = await ask(`/rooms/a/${path}`, { as: 'viewer', body: { pass, ...more } })
      assert.equal(refused.code, 'not-allowed', path)
    }
  })

  test('keeps a stranger the author of what they have said when they come back', async () => {
    const { inside, open, ask, join } = everything()
    const first = await inside('stranger', { name: 'Ada' })
    const body = { pass: first.pass, text: 'Hello' }
    const { message } = await ask('/rooms/a/messages', { as: 'stranger', body })
    const { ticket, pass } = first
    const again = await join('stranger', { name: 'Ada', ticket, pass })
    assert.equal(again.visitor, first.visitor)
    const { messages } = await open('stranger', again.pass ?? '')
    const [kept] = messages as unknown as { from: string }[]
    assert.equal(kept?.from, again.visitor)
    const unsay = { as: 'stranger', body: { pass: again.pass } }
    assert.equal((await ask(`/rooms/a/messages/${message}/delete`, unsay)).status, 204)
  })
})

test('colleagues behind one address are different people, and no id tells where they are', async () => {
  const { inside, ask, host } = everything()
  await host('join')
  const office = { from: '203.0.113.7' }
  const ada = await inside('stranger', { name: 'Ada' }, office)
  const bob = await inside('stranger', { name: 'Bob' }, office)
  assert.notEqual(ada.visitor, bob.visitor)
  const body = { pass: ada.pass, text: 'Mine' }
  const { message } = await ask('/rooms/a/messages', { as: 'stranger', body, ...office })
  const unsay = { as: 'stranger', body: { pass: bob.pass }, ...office }
  assert.equal((await ask(`/rooms/a/messages/${message}/delete`, unsay)).code, 'not-found')
})

test('a ban of a stranger holds for the network, in every spelling, until it is lifted', async () => {
  const { inside, join, host } = everything()
  await host('join')
  const { visitor } = await inside('stranger', { name: 'Mallory' }, { from: '2001:db8:1:2::1' })
  await host('ban', { visitor })
  for (const from of ['2001:db8:1:2::1', '2001:DB8:1:2:0:0:0:2', '[2001:db8:1:2::9]:443']) {
    assert.equal((await join('stranger', {}, { from })).code, 'banned', from)
  }
  assert.equal((await join('stranger', {}, { from: '2001:db8:1:3::1' })).code, 'waiting')
  await host('unban', { visitor })
  assert.equal((await join('stranger', {}, { from: '2001:db8:1:2::1' })).code, 'waiting')
})

describe('tenants that share a server, a secret, a cache and a limiter', () => {
  function server() {
    const kept = new Map<string, string>()
    const cache = kvCache({
      get: async (key) => kept.get(key) ?? null,
      put: async (key, value) => void kept.set(key, value),
    })
    const counted: string[] = []
    const limiter = workersLimiter({
      async limit({ key }) {
        counted.push(key)
        return { success: true }
      },
    })
    const links = new Map<string, Invitations>()
    const backends = tenantBackends({
      store: memoryStore(),
      tenantOf: (request) => request.headers.get('x-tenant') ?? undefined,
      backendOf(tenant, store) {
        const { video } = fakePlatform()
        const own = invitations(secret, { store })
        links.set(tenant, own)
        const id = (request: Request) => request.headers.get('x-test') ?? undefined
        return {
          video,
          cache,
          visitors: visitorIds(secret),
          features: [rateLimits({ limiter }), backlog({ secret })],
          authorize: firstOf(own.authorize, (request) => {
            const member = id(request)
            return member === undefined ? { allow: false } : { allow: true, id: member }
          }),
        }
      },
    })
    async function ask(tenant: string, path: string, { as, body = {} }: Given = {}) {
      const headers = { 'Content-Type': 'application/json', 'x-tenant': tenant }
      const request = new Request(`https://rooms.example${path}`, {
        method: 'POST',
        headers: { ...headers, ...(as !== undefined && { 'x-test': as }) },
        body: JSON.stringify(body),
      })
      const response = await backends.fetch(request)
      const json: Record<string, string> = await response.json()
      return { ...json, status: response.status } as Record<string, string> & { status: number }
    }
    return { ask, links, counted }
  }

  test('take no invitation and no pass of each other (SEC-44)', async () => {
    const { ask, links } = server()
    const mine = await ask('one', '/rooms/a/join', { as: 'ada' })
    await ask('two', '/rooms/a/join', { as: 'ada' })
    const invitation = await links.get('one')?.create('a')
    assert.equal((await ask('one', '/rooms/a/join', { body: { invitation } })).status, 200)
    assert.equal((await ask('two', '/rooms/a/join', { body: { invitation } })).status, 403)
    const body = { pass: mine.pass }
    assert.equal((await ask('one', '/rooms/a/backlog', { as: 'ada', body })).status, 200)
    const other = await ask('two', '/rooms/a/backlog', { as: 'ada', body })
    assert.equal(other.code, 'pass-invalid')
  })

  test('get no session of each other out of a cache, and know nobody by the same id (SEC-44)', async () => {
    const { ask } = server()
    const answers = await Promise.all(
      ['one', 'two', 'one', 'two'].map((tenant) => ask(tenant, '/rooms/a/join', { as: 'ada' })),
    )
    const [one, two, oneAgain, twoAgain] = answers
    assert.equal(one?.sessionId, oneAgain?.sessionId)
    assert.equal(two?.sessionId, twoAgain?.sessionId)
    assert.notEqual(one?.visitor, two?.visitor)
  })

  test('have limits of their own (SEC-44)', async () => {
    const { ask, counted } = server()
    await ask('one', '/rooms/a/join', { as: 'ada' })
    await ask('two', '/rooms/a/join', { as: 'ada' })
    assert.equal(new Set(counted).size, counted.length)
    assert.ok(counted.some((key) => key.startsWith('one/')))
  })
})
