import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localeTag } from './locale-tag.ts'
import { closestLanguage } from './locales.ts'

test('whatever a page calls its language becomes a tag that browsers take', () => {
  for (const [given, tag, language] of [
    ['pt_BR', 'pt-BR', 'pt'],
    ['en-GB', 'en-GB', 'en'],
    ['en_GB', 'en-GB', 'en'],
    ['EN-gb', 'en-GB', 'en'],
    ['iw', 'he', 'he'],
    ['in_ID', 'id-ID', 'id'],
    ['zh-Hant-TW', 'zh-Hant-TW', 'zh'],
    ['sr-Latn', 'sr-Latn', 'en'],
    ['de_DE.UTF-8@euro', 'de-DE', 'de'],
    ['ca@valencia', 'ca', 'en'],
    ['en-GB-oxendict', 'en-GB-oxendict', 'en'],
    ['pt-', 'pt', 'pt'],
    ['fr-!!', 'fr', 'fr'],
    ['', 'en', 'en'],
    ['C', 'en', 'en'],
    ['POSIX', 'en', 'en'],
    ['x-klingon', 'en', 'en'],
    ['💬', 'en', 'en'],
  ] as const) {
    assert.equal(localeTag(given), tag, given)
    assert.equal(closestLanguage(given), language, given)
    new Intl.DateTimeFormat(localeTag(given)).format()
  }
})

test('clocks are those of the region', () => {
  const clock = (given: string) =>
    new Intl.DateTimeFormat(localeTag(given), { timeStyle: 'short', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2026, 10, 30, 15, 6)),
    )
  assert.equal(clock('en-GB'), '15:06')
  assert.match(clock('en-US'), /^3:06/)
  assert.equal(clock('pt_BR'), '15:06')
})
