import assert from 'node:assert/strict'
import { test } from 'node:test'
import { visitorName, vouchedName } from './visitor-name.ts'

test('a name is trimmed, its spaces folded, and its letters kept', () => {
  assert.equal(visitorName('  Ada\t\n Lovelace '), 'Ada Lovelace')
  for (const name of ["O'Neil", 'José', '<b>Bo</b>', '李雷', 'नेहा', 'Ada 👩‍💻', 'علی‌رضا']) {
    assert.equal(visitorName(name), name.normalize('NFC'))
  }
})

test('control, bidi and invisible characters are removed', () => {
  assert.equal(visitorName('A\u0000d\u202Ea\u2066\u200B'), 'Ada')
  assert.equal(visitorName('Ada\uFEFF\u{E0041}\uD83D'), 'Ada')
})

test('names are kept as they are typed, with the joiners of scripts and emoji', () => {
  for (const name of ['می‌روم', '👩‍💻 Kim', '❤️ Ada', 'ক্‍ষ', 'র\u200D্যাব']) {
    assert.equal(visitorName(name), name.normalize('NFC'))
  }
  assert.equal(visitorName('\u200DAda\u200C \u200D'), 'Ada')
})

test('what looks like nothing is no name', () => {
  for (const name of ['\u3164', '\u2800', '\u115F\u1160', '\uFFA0', '\u034F', '\u00A0', '\uFE0F']) {
    assert.throws(() => visitorName(name), { code: 'visitor-name-invalid' }, escape(name))
  }
  assert.equal(visitorName('A\u3164d\u034Fa'), 'Ada')
})

test('a name of 64 characters is accepted and a longer one refused', () => {
  assert.equal(visitorName('😀'.repeat(64)), '😀'.repeat(64))
  assert.throws(() => visitorName('x'.repeat(65)), { code: 'visitor-name-invalid' })
})

test('a name with nothing to see and a name that is no text are refused', () => {
  for (const name of ['', '   ', '\u202E', '\u200D\u200C', '\u0301', null, 7, {}, ['Ada']]) {
    assert.throws(() => visitorName(name), { code: 'visitor-name-invalid', status: 400 })
  }
})

test('a name the site vouches for is cut rather than refused', () => {
  assert.equal(vouchedName('x'.repeat(100)), 'x'.repeat(64))
  assert.equal(vouchedName('\u202E'), undefined)
})
