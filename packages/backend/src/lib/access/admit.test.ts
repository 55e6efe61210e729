import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { admitBy, admitEverybody } from './admit.ts'
import type { Authorize } from './decision.ts'

const request = new Request('https://rooms.example/rooms/a/join', { method: 'POST' })

/** Asks a rule that may answer what its type forbids. */
function askRule(answer: unknown) {
  const rule: unknown = () => answer
  const admit: ReturnType<typeof admitBy> = Reflect.apply(admitBy, undefined, [rule])
  return admit(() => request, 'a')
}

const undecided = { code: 'not-allowed', status: 403, message: /could not be found out/ }

test('public rooms admit everybody as a publisher', async () => {
  assert.deepEqual(await admitEverybody(() => request, 'a'), { role: 'publisher' })
})

test('a rule that allows gives a publisher unless it names another role', async () => {
  assert.deepEqual(await askRule({ allow: true }), { role: 'publisher' })
  const host = { allow: true, role: 'moderator', name: ' Ada ' }
  assert.deepEqual(await askRule(Promise.resolve(host)), { role: 'moderator', name: 'Ada' })
})

test('a rule gets the request and the name of the room', async () => {
  const seen: unknown[] = []
  const rule: Authorize = (...asked) => {
    seen.push(...asked)
    return { allow: true }
  }
  await admitBy(rule)(() => request, 'a')
  assert.deepEqual(seen, [request, 'a'])
})

test('a rule that denies chooses between 401 and 403 and may say why', async () => {
  const no = { code: 'not-allowed', status: 403, message: 'You may not enter this room.' }
  await assert.rejects(askRule({ allow: false }), no)
  const signIn = { allow: false, status: 401 }
  await assert.rejects(askRule(signIn), { code: 'not-signed-in', status: 401 })
  const full = { allow: false, reason: 'The room opens at nine.' }
  await assert.rejects(askRule(full), { code: 'not-allowed', message: 'The room opens at nine.' })
})

test('whatever is not a decision denies (SEC-02)', async () => {
  const answers = [
    undefined,
    null,
    true,
    1,
    'allow',
    {},
    [],
    [true],
    { allow: 'true' },
    { allow: 1 },
    { allowed: true },
    { allow: true, role: 'Moderator' },
    { allow: true, role: 'emperor' },
    { allow: true, role: '__proto__' },
    { allow: true, role: ['moderator'] },
    { allow: true, role: null },
    { allow: true, name: 7 },
    { allow: false, status: 200 },
    { allow: false, reason: {} },
    Object.create({ allow: true }),
  ]
  for (const answer of answers) await assert.rejects(askRule(answer), undecided)
})

test('a rule that throws or rejects denies, and its error is kept for the log (SEC-02)', async () => {
  const outage = new Error('directory is down')
  const throwing = admitBy(() => {
    throw outage
  })
  await assert.rejects(
    throwing(() => request, 'a'),
    { ...undecided, cause: outage },
  )
  await assert.rejects(askRule(Promise.reject(outage)), { ...undecided, cause: outage })
})

test('a rule that says nothing for 5 seconds denies (SEC-02)', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const asked = new EventTarget()
  const admission = admitBy(() => {
    setImmediate(() => asked.dispatchEvent(new Event('asked')))
    return new Promise(() => {})
  })(() => request, 'a')
  await once(asked, 'asked')
  t.mock.timers.tick(5000)
  await assert.rejects(admission, undecided)
})
