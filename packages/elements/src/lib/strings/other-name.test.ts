import assert from 'node:assert/strict'
import { test } from 'node:test'
import { en } from './en.ts'
import { languages, loadLocale } from './locales.ts'
import { otherName } from './other-name.ts'

test('nobody else is called as the visitor is to themselves, in any language', async () => {
  for (const language of languages) {
    const { strings } = await loadLocale(language)
    for (const forged of [
      strings.you('Ada'),
      strings.you(strings.you('Ada')),
      ` ${strings.you('Ada')} `,
    ]) {
      assert.equal(otherName(forged, strings), 'Ada', `${language}: ${forged}`)
    }
  }
  assert.equal(otherName('Ada (youth club)', en), 'Ada (youth club)')
  assert.equal(otherName('(you)', en), en.guest)
  assert.equal(otherName(undefined, en), en.guest)
})
