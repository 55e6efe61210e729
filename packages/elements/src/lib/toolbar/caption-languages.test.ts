import assert from 'node:assert/strict'
import { test } from 'node:test'
import { captionLanguages, likelyLanguage } from './caption-languages.ts'

test('people most likely speak what they read, as it is usually spoken', () => {
  const read = ['de', 'de-CH', 'de-AT', 'EN-gb', 'zh-Hant-TW', 'pt', 'xx', '']
  const spoken = ['de-DE', 'de-CH', 'de-DE', 'en-GB', 'zh-CN', 'pt-BR', 'en-US', 'en-US']
  assert.deepEqual(read.map(likelyLanguage), spoken)
})

test('every language is a tag that a browser has a word for', () => {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  assert.deepEqual(
    captionLanguages.filter((tag) => !names.of(tag)),
    [],
  )
  assert.equal(new Set(captionLanguages).size, captionLanguages.length)
})
