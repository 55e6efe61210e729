import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { canonicalRoomName } from './room-name.ts'

function refuses(name: string): void {
  assert.throws(() => canonicalRoomName(name), { code: 'room-name-invalid', status: 400 }, name)
}

test('spellings that mean the same room become one name', () => {
  for (const name of ['support', ' Support ', 'SUPPORT', 'ｓｕｐｐｏｒｔ', 'suppo\u{1D42B}t']) {
    assert.equal(canonicalRoomName(name), 'support')
  }
  assert.equal(canonicalRoomName('Cafe\u0301'), canonicalRoomName('CAFÉ'))
})

test('letters of every script, digits and inner punctuation make a name', () => {
  for (const name of ['a', '7', 'a.b-c_d', 'встреча', '会議室', 'हिन्दी', 'غرفة', '-x-', '_']) {
    assert.equal(canonicalRoomName(name), name.normalize('NFKC'))
  }
})

test('names of object members are ordinary names', () => {
  for (const name of ['__proto__', 'constructor', 'tostring', 'hasownproperty']) {
    assert.equal(canonicalRoomName(name), name)
  }
})

test('a name has 1 to 64 characters', () => {
  assert.equal(canonicalRoomName('x'.repeat(64)).length, 64)
  refuses('x'.repeat(65))
  refuses('')
  refuses('   ')
  refuses('\uFDFA'.repeat(10))
  refuses('x'.repeat(100_000))
})

test('paths, spaces, control, bidi and invisible characters make no name (SEC-09)', () => {
  const hostile = [
    '..',
    '.hidden',
    'a.',
    '../x',
    'a/b',
    'a\\b',
    'a b',
    'a%2fb',
    'a\0',
    'a\nb',
    'a?b',
  ]
  const invisible = [
    'a\u200Bb',
    'a\u200Db',
    'a\u202Eb',
    '\u2066a',
    'a\uFEFF.',
    '\u0301a',
    'a\u{E0061}',
  ]
  const otherwise = ['😀', 'a:b', 'a#b', "a'b", '<b>', 'a\uD800']
  for (const name of [...hostile, ...invisible, ...otherwise]) refuses(name)
})

test('no invisible character makes another room of the same looks (SEC-09)', () => {
  let count = 0
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const letter = String.fromCodePoint(code)
    if (!/\p{Default_Ignorable_Code_Point}/u.test(letter)) continue
    count += 1
    // Some fold into nothing or into a visible letter; no other is taken.
    const folded = `a${letter}b`.normalize('NFKC')
    if (!/\p{Default_Ignorable_Code_Point}/u.test(folded)) continue
    refuses(`a${letter}b`)
  }
  assert.ok(count > 4000)
})

test('a canonical name is its own canonical name (PROP-06)', () => {
  const oneOfMany = fc.string({ unit: 'binary', maxLength: 12 })
  fc.assert(
    fc.property(fc.oneof(oneOfMany, fc.string({ maxLength: 70 })), (given) => {
      let name: string
      try {
        name = canonicalRoomName(given)
      } catch {
        return
      }
      assert.equal(canonicalRoomName(name), name)
    }),
    { numRuns: 20_000 },
  )
})

test('every letter that may stand in a name has one stable lower case', () => {
  for (let code = 0; code <= 0x10ffff; code++) {
    const letter = String.fromCodePoint(code)
    if (!/[\p{L}\p{N}]/u.test(letter)) continue
    const name = `a${letter}`.normalize('NFKC').toLowerCase().normalize('NFKC')
    assert.equal(name.normalize('NFKC').toLowerCase().normalize('NFKC'), name)
  }
})
