import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fakePlatform } from '../../testing/fake-platform.ts'
import { hostBackend } from '../../testing/host-backend.ts'
import { allAdmitted, decided, knocked, mostWaiting, present } from './waiting-list.ts'
import type { WaitingList } from './waiting-list.ts'
import { waitingRoom } from './waiting-room.ts'

function withWaitingRoom() {
  const { video, created } = fakePlatform()
  const signals: string[] = []
  const platform = {
    ...video,
    signals: {
      send: async (_: string, { data }: { data?: string } = {}) => void signals.push(data ?? ''),
    },
    connections: { ...video.connections, disconnect: async () => {} },
  }
  const ask = hostBackend({ video: platform, features: [waitingRoom(platform)] })
  const join = (as: string, body: object = {}) => ask('/rooms/a/join', { as, body })
  const waiting = async () => {
    const { guests } = await ask('/rooms/a/waiting', { as: 'host', method: 'GET' })
    return guests as unknown as { guest: string; name?: string }[]
  }
  const say = (word: string, body: object = {}) => ask(`/rooms/a/${word}`, { as: 'host', body })
  return { ask, join, waiting, say, created, signals }
}

test('nobody gets a token before a host has let them in', async () => {
  const { join, waiting, say, created } = withWaitingRoom()
  const knock = await join('ada', { name: 'Ada' })
  assert.equal(knock.status, 409)
  assert.equal(knock.code, 'waiting')
  assert.equal(created(), 0)
  const [guest] = await waiting()
  assert.equal(guest?.name, 'Ada')
  assert.equal((await join('ada', { ticket: knock.ticket ?? '' })).code, 'waiting')
  assert.equal((await waiting()).length, 1)
  assert.equal((await say('admit', { guest: guest?.guest ?? '' })).status, 204)
  const admitted = await join('ada', { ticket: knock.ticket ?? '' })
  assert.equal(admitted.status, 200)
  assert.equal((await waiting()).length, 0)
})

test('hosts do not wait, and hear how many do', async () => {
  const { join, signals } = withWaitingRoom()
  assert.equal((await join('host')).status, 200)
  await join('ada')
  await join('bob')
  assert.deepEqual(signals, ['1', '2'])
})

test('hosts are told that there is a waiting room, and nobody else is', async () => {
  const { join, say } = withWaitingRoom()
  const host: Record<string, unknown> = await join('host')
  assert.deepEqual(host['features'], ['waiting-room'])
  const { ticket = '' } = await join('ada')
  await say('admit')
  assert.ok(!('features' in (await join('ada', { ticket }))))
})

test('who waits is answered as soon as a host has spoken', async () => {
  const { join, waiting, say } = withWaitingRoom()
  const joining = join('ada', { wait: true })
  let guests = await waiting()
  while (guests.length === 0) guests = await waiting()
  await say('admit')
  assert.equal((await joining).status, 200)
})

test('nobody is waited for who has gone', { timeout: 10_000 }, async () => {
  const { ask, waiting } = withWaitingRoom()
  const gone = new AbortController()
  const joining = ask('/rooms/a/join', { as: 'ada', body: { wait: true }, signal: gone.signal })
  let guests = await waiting()
  while (guests.length === 0) guests = await waiting()
  gone.abort()
  assert.equal((await joining).code, 'waiting')
})

test('who was denied is told so, also with another ticket', async () => {
  const { join, waiting, say } = withWaitingRoom()
  const { ticket = '' } = await join('mallory')
  const [guest] = await waiting()
  await say('deny', { guest: guest?.guest ?? '' })
  assert.equal((await join('mallory', { ticket })).code, 'denied')
  assert.equal((await join('mallory')).code, 'denied')
  assert.equal((await join('ada')).code, 'waiting')
})

test('a ticket is not what hosts see, and no other text lets anybody in', async () => {
  const { join, waiting, say } = withWaitingRoom()
  const { ticket = '' } = await join('ada')
  const [guest] = await waiting()
  assert.ok(!JSON.stringify(await waiting()).includes(ticket))
  await say('admit', { guest: guest?.guest ?? '' })
  for (const wrong of [guest?.guest, '', 7, null, {}, ticket.toUpperCase(), 'x'.repeat(10_000)]) {
    assert.equal((await join('bob', { ticket: wrong })).code, 'waiting')
  }
})

test('who is sent back waits again', async () => {
  const { join, waiting, say } = withWaitingRoom()
  const { ticket = '' } = await join('ada')
  const [guest] = await waiting()
  await say('admit', { guest: guest?.guest ?? '' })
  assert.equal((await join('ada', { ticket })).status, 200)
  await say('send-back', { guest: guest?.guest ?? '' })
  assert.equal((await join('ada', { ticket })).code, 'waiting')
})

test('only hosts see and judge who waits', async () => {
  const { ask } = withWaitingRoom()
  assert.equal((await ask('/rooms/a/waiting', { method: 'GET' })).code, 'hosts-only')
  assert.equal((await ask('/rooms/a/admit')).code, 'hosts-only')
  const nobody = await ask('/rooms/a/deny', { as: 'host', body: { guest: 'x' } })
  assert.equal(nobody.code, 'not-found')
})

test('admitting and denying at once ends with one word, and a denied guest gets no token (CON-09)', async () => {
  for (let round = 0; round < 20; round += 1) {
    const { join, waiting, say } = withWaitingRoom()
    const { ticket = '' } = await join('ada')
    const [{ guest } = { guest: '' }] = await waiting()
    const words = Array.from({ length: 10 }, (_, n) => say(n % 2 ? 'admit' : 'deny', { guest }))
    const joins = Array.from({ length: 10 }, () => join('ada', { ticket }))
    await Promise.all([...words, ...joins])
    await say('deny', { guest })
    const after = await Promise.all(Array.from({ length: 10 }, () => join('ada', { ticket })))
    assert.ok(after.every(({ code }) => code === 'denied'))
  }
})

/** A list on which somebody has knocked who brings no ticket. */
function after(list: WaitingList, id: string, now: number, banKey?: string): WaitingList {
  const knock = { ticket: `${id}!`, banKey, sessionId: undefined, fresh: { id, ticket: `${id}!` } }
  return knocked(list, knock, now)?.list ?? assert.fail('there is no space')
}

test('the list forgets who has gone away, keeps what hosts said, and has an end', () => {
  let list: WaitingList = []
  for (let n = 0; n < mostWaiting; n += 1) list = after(list, `${n}`, 0)
  assert.throws(() => after(list, 'one too many', 0), /no space/)
  list = decided(list, { visitor: '0', state: 'denied', sessionId: undefined }, 0) ?? []
  list = after(list, '1', 50_000)
  assert.deepEqual(
    present(list, 70_000).map(({ id }) => id),
    ['0', '1'],
  )
  const nobody = { visitor: 'nobody', state: 'denied', sessionId: undefined } as const
  assert.equal(decided(list, nobody, 0), undefined)
})

test('those whom hosts have decided about keep nobody from waiting, and nobody’s network fills the list', () => {
  let list: WaitingList = []
  for (let round = 0; round < 5; round += 1) {
    for (let n = 0; n < mostWaiting; n += 1) list = after(list, `${round} ${n}`, 0)
    list = allAdmitted(list, '1_x', round)
  }
  assert.equal(list.length, mostWaiting)
  assert.ok(list.every(({ id }) => id.startsWith('4 ')))
  for (let n = 0; n < 40; n += 1) list = after(list, `flood ${n}`, 0, 'network')
  assert.throws(() => after(list, 'flood 40', 0, 'network'), /no space/)
  assert.equal(after(list, 'ada', 0, 'elsewhere').length, mostWaiting + 41)
})
