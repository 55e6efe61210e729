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

test('Chinese and Japanese punctuation and an ellipsis end an address', () => {
  const text = 'https://a.example/茶、https://b.example。（https://c.example/x）https://d.example…'
  assert.deepEqual(addressesIn(text), [
    'https://a.example/茶',
    'https://b.example',
    'https://c.example/x',
    'https://d.example',
  ])
})

test('a bracket that was opened in an address belongs to it', () => {
  for (const [text, address] of [
    ['https://en.example/wiki/Tea_(drink)', 'https://en.example/wiki/Tea_(drink)'],
    ['(https://en.example/wiki/Tea_(drink))', 'https://en.example/wiki/Tea_(drink)'],
    ['https://a.example/x).', 'https://a.example/x'],
    ['https://a.example/(x))))', 'https://a.example/(x)'],
  ] as const) {
    assert.deepEqual(addressesIn(text), [address], text)
  }
})

test('an address leads where it seems to', () => {
  assert.deepEqual(addressesIn('https://bank.example@evil.example/'), [])
  assert.deepEqual(addressesIn('https://user:password@a.example'), [])
  assert.deepEqual(addressesIn('https://@evil.example'), [])
  assert.deepEqual(addressesIn('https://bank.example\\@evil.example'), [])
  assert.deepEqual(addressesIn('https://a.example/@ada'), ['https://a.example/@ada'])
  assert.deepEqual(addressesIn('https://a.example/\u3164x'), ['https://a.example/'])
  assert.deepEqual(addressesIn('https://a.example/\u202Egnp.exe'), ['https://a.example/'])
  assert.deepEqual(addressesIn('https://a.exa\u200Bmple'), ['https://a.exa'])
})

test('finding them takes a time in proportion to the text', () => {
  const time = (length: number) => {
    const texts = ['.', '(', ')', 'https://', 'https://a.', 'https://a)('].map((part) =>
      `https://a.example/${part.repeat(length)}x`.slice(0, length),
    )
    const begun = performance.now()
    for (let round = 0; round < 20; round += 1) for (const text of texts) linked(text)
    return performance.now() - begun
  }
  time(1000)
  // Quadratic it would be a hundred times as long; the shortest of some is the least disturbed.
  const shortest = (length: number) => Math.min(...[1, 2, 3, 4, 5].map(() => time(length)))
  assert.ok(shortest(20_000) < 40 * Math.max(shortest(2000), 0.5))
})
