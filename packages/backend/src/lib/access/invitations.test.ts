import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt, SignJWT } from 'jose'
import { createBackend } from '../backend.ts'
import { memoryStore } from '../stores/memory.ts'
import { fakePlatform } from '../testing/fake-platform.ts'
import { secret } from '../testing/host-backend.ts'
import { invitations } from './invitations.ts'

const store = memoryStore()
const links = invitations(secret, { store })

function join(body: object, headers: Record<string, string> = {}): Request {
  return new Request('https://rooms.example/rooms/a/join', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

const invalid = { allow: false, reason: 'This invitation is not valid for this room.' }

test('an invitation lets into its room, in its role, whoever has it', async () => {
  const invitation = await links.create('A')
  assert.deepEqual(await links.authorize(join({ invitation }), 'a'), {
    allow: true,
    role: 'publisher',
  })
  assert.deepEqual(await links.authorize(join({ invitation }), 'b'), invalid)
})

test('an invitation with a name is for one person, who can be a host', async () => {
  const invitation = await links.create('a', { role: 'moderator', name: 'Ada' })
  const bearer = join({}, { Authorization: `Bearer ${invitation}` })
  const { jti } = decodeJwt(invitation)
  assert.deepEqual(await links.authorize(bearer, 'a'), {
    allow: true,
    role: 'moderator',
    name: 'Ada',
    id: `invitation ${jti}`,
  })
})

test('an invitation that was taken back lets nobody in', async () => {
  const invitation = await links.create('a')
  const other = await links.create('a')
  await links.revoke(invitation)
  assert.deepEqual(await links.authorize(join({ invitation }), 'a'), invalid)
  assert.equal((await links.authorize(join({ invitation: other }), 'a')).allow, true)
})

test('a secret can be changed without ending the invitations that are about (SEC-45)', async () => {
  const newer = 'another secret of the site, as long as the other'
  const invitation = await links.create('a')
  const both = invitations([newer, secret], { store })
  assert.equal((await both.authorize(join({ invitation }), 'a')).allow, true)
  const later = await both.create('a')
  const after = invitations(newer, { store })
  assert.equal((await after.authorize(join({ invitation: later }), 'a')).allow, true)
  assert.deepEqual(await after.authorize(join({ invitation }), 'a'), invalid)
})

test('no other token over the same secret passes for an invitation (SEC-30)', async () => {
  const bytes = new TextEncoder().encode(secret)
  const claims = { room: 'a', role: 'moderator', jti: 'x' }
  const forge = (typ?: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', ...(typ && { typ }) })
      .setExpirationTime('1 hour')
      .sign(bytes)
  for (const invitation of [
    await forge(),
    await forge('ot-room-invitation+jwt'),
    await fakePlatform().video.generateToken('1_x', { role: 'moderator' }),
    'x',
    '',
  ]) {
    assert.deepEqual(await links.authorize(join({ invitation }), 'a'), invalid)
  }
})

test('a role that no invitation can have lets nobody in (SEC-05)', async () => {
  for (const role of ['emperor', 'Moderator', '__proto__', ['moderator'], {}]) {
    const invitation = await links.create('a', { role: role as never })
    const app = createBackend({ video: fakePlatform().video, authorize: links.authorize })
    const response = await app.request(join({ invitation }))
    assert.equal(response.status, 403, JSON.stringify(role))
  }
})

test('secrets and lifetimes that are not safe are refused', async () => {
  assert.throws(() => invitations('short', { store }), /32 characters/)
  assert.throws(() => invitations([], { store }), /32 characters/)
  for (const expiresIn of [0, 59, 1.5, NaN, Infinity, 40_000_000]) {
    await assert.rejects(links.create('a', { expiresIn }), TypeError)
  }
})

test('without an invitation nobody comes in', async () => {
  assert.equal((await links.authorize(join({}), 'a')).allow, false)
  const list = new Request('https://rooms.example/rooms/a/waiting')
  assert.equal((await links.authorize(list, 'a')).allow, false)
})
