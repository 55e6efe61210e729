import assert from 'node:assert/strict'
import { test } from 'node:test'
import { base64url, jwtVerify, SignJWT } from 'jose'
import type { JWTHeaderParameters } from 'jose'
import { derivedKey } from './derived-key.ts'
import { createSeal } from './seal.ts'

const secret = 'a secret of the site, 32 characters at least'
const use = { purpose: 'pass', scope: undefined }
const seal = createSeal(secret, use)
const exp = Math.floor(Date.now() / 1000) + 600

test('what was sealed is read again, and by anybody else’s reader of JWTs', async () => {
  const text = await seal.sign({ room: 'ä', exp })
  assert.deepEqual(await seal.read(text), { room: 'ä', exp })
  const { payload, protectedHeader } = await jwtVerify(text, await derivedKey(secret, use))
  assert.deepEqual(payload, { room: 'ä', exp })
  assert.deepEqual(protectedHeader, { alg: 'HS256', typ: 'ot-room-pass+jwt' })
})

test('with one character changed, added or left out it is not read (SEC-32)', async () => {
  const text = await seal.sign({ room: 'a', exp })
  const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ']
  for (let at = 0; at < text.length; at += 1) {
    const [before, after] = [text.slice(0, at), text.slice(at + 1)]
    for (const other of [...alphabet, '']) {
      if (other === text[at]) continue
      assert.equal(await seal.read(before + other + after), undefined, `${at} ${other}`)
    }
  }
  for (const longer of [`${text}.`, `${text}=`, `.${text}`, `${text}A`]) {
    assert.equal(await seal.read(longer), undefined, longer)
  }
})

test('neither a header of its own nor another purpose or secret passes (SEC-30, SEC-31)', async () => {
  const key = await derivedKey(secret, use)
  const typ = 'ot-room-pass+jwt'
  const head = (header: object) => base64url.encode(JSON.stringify(header))
  const body = base64url.encode(JSON.stringify({ room: 'a', exp }))
  const signed = (header: JWTHeaderParameters) =>
    new SignJWT({ room: 'a' }).setProtectedHeader(header).setExpirationTime(exp).sign(key)
  for (const text of [
    `${head({ alg: 'none', typ })}.${body}.`,
    `${head({ alg: 'HS256', typ })}.${body}.`,
    await signed({ alg: 'HS256' }),
    await signed({ alg: 'HS256', typ, kid: '../../dev/null' }),
    await createSeal(secret, { ...use, purpose: 'invitation' }).sign({ room: 'a', exp }),
    await createSeal(`${secret}.`, use).sign({ room: 'a', exp }),
    'x',
    '..',
    '',
  ]) {
    assert.equal(await seal.read(text), undefined, text)
  }
})

test('when it is over it is not read, and one without an end is none (SEC-33)', async () => {
  const now = Math.floor(Date.now() / 1000)
  for (const end of [now, now - 120, 0, -1, NaN, '9999999999', null, undefined]) {
    assert.equal(await seal.read(await seal.sign({ exp: end as number })), undefined, `${end}`)
  }
})
