import assert from 'node:assert/strict'
import { test } from 'node:test'
import { letterOf } from './shortcuts.ts'

test('a key is its letter where the layout has Latin letters, and its place where it has none', () => {
  for (const [key, code, letter] of [
    ['m', 'KeyM', 'm'],
    ['M', 'KeyM', 'm'],
    ['m', 'Semicolon', 'm'],
    ['a', 'KeyQ', 'a'],
    ['ь', 'KeyM', 'm'],
    ['צ', 'KeyM', 'm'],
    ['ة', 'KeyM', 'm'],
    ['ㅡ', 'KeyM', 'm'],
    ['μ', 'KeyM', 'm'],
    ['é', 'Digit2', 'é'],
    ['ö', 'KeyM', 'ö'],
    ['Enter', 'Enter', 'enter'],
    ['ч', 'Quote', 'ч'],
  ] as const) {
    assert.equal(letterOf({ key, code }), letter, `${key} ${code}`)
  }
})
