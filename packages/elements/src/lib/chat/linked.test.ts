import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linked } from './linked.ts'

const addressesIn = (text: string) => linked(text).flatMap(({ href }) => href ?? [])

test('web addresses can be opened, without what ends the sentence', () => {
  assert.deepEqual(linked('See https://a.example/x?y=1, and (http://b.example).'), [
    { text: 'See ' },
    { text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1' },
    { text: ', and (' },
    { text: 'http://b.example', href: 'http://b.example' },
    { text: ').' },
  ])
})

test('nothing else is an address', () => {
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    'a.example',
    'https://',
    'xhttps://a',
  ]) {
    assert.deepEqual(addressesIn(text), [], text)
  }
})

test('a text stays what it was', () => {
  const texts = [
    '',
    'plain',
    'https://a.example',
    '<b>https://a.example</b>',
    'x https://a.example y https://b.example.',
  ]
  for (const text of texts)
    assert.equal(
      linked(text)
        .map((piece) => piece.text)
        .join(''),
      text,
    )
})
