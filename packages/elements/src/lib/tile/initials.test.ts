import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hueOf, initialsOf } from './initials.ts'

test('initials are the first letters of the first and the last name', () => {
  assert.equal(initialsOf('Ada King Lovelace'), 'AL')
  assert.equal(initialsOf('ada'), 'A')
  assert.equal(initialsOf('👩‍🚀 Zoë'), 'Z')
  assert.equal(initialsOf('Sam Tester (Department)'), 'ST')
  assert.equal(initialsOf('Kim (she/her)'), 'K')
  assert.equal(initialsOf('Kim [Acme] Lee'), 'KL')
  assert.equal(initialsOf('“Ada” d’Arc'), 'AD')
  assert.equal(initialsOf('न‍ेहा'), 'न')
  assert.equal(initialsOf('李 雷'), '李雷')
  assert.equal(initialsOf('4 Ever'), '4E')
  assert.equal(initialsOf('👩‍🚀'), '👩‍🚀')
  assert.equal(initialsOf('(Ada)'), 'A')
  assert.equal(initialsOf('Kim (she/her'), 'K')
  assert.equal(initialsOf('Kim （她）'), 'K')
  assert.equal(initialsOf('Ａｄａ ﬁnn'), 'AF')
})

test('nobody’s initials are a question mark', () => {
  assert.equal(initialsOf(undefined), '?')
  assert.equal(initialsOf('  '), '?')
})

test('a browser without Intl.Segmenter shows a sign for a name without letters', (t) => {
  const { Segmenter } = Intl
  t.after(() => Object.assign(Intl, { Segmenter }))
  Object.assign(Intl, { Segmenter: undefined })
  assert.equal(initialsOf('🙂🙂'), '🙂')
  assert.equal(initialsOf(' '), '?')
})

test('a person keeps their colour', () => {
  assert.equal(hueOf('c1'), hueOf('c1'))
  assert.notEqual(hueOf('c1'), hueOf('c2'))
})
