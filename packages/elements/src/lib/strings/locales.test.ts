import assert from 'node:assert/strict'
import { test } from 'node:test'
import { en, type Strings } from './en.ts'
import { closestLanguage, directionOf, languages, loadLocale } from './locales.ts'
import { talkEn, type TalkStrings } from './talk/en.ts'
import { loadTalk } from './talk/locales.ts'

/** Every text of a language by its key, functions called with something to see again. */
function textsOf(strings: Strings | TalkStrings): Map<string, string> {
  const texts = new Map<string, string>()
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') texts.set(key, value)
    else if (typeof value === 'function') texts.set(key, String(value('«5»', '«6»')))
    else if (typeof value === 'object' && value) {
      for (const [name, inner] of Object.entries(value)) walk(inner, `${key}.${name}`)
    }
  }
  walk(strings, '')
  return texts
}

test('there are twenty languages', () => {
  assert.equal(languages.length, 20)
})

for (const language of languages) {
  test(`${language} says everything that English says, and nothing in English`, async () => {
    const texts = textsOf((await loadLocale(language)).strings)
    const english = textsOf(en)
    assert.deepEqual([...texts.keys()].toSorted(), [...english.keys()].toSorted())
    for (const [key, text] of texts) {
      assert.ok(text.trim().length > 0, key)
      assert.equal(
        text.includes('«5»') || key === '.people',
        english.get(key)?.includes('«5»') || key === '.people',
        key,
      )
      assert.doesNotMatch(text, /[{}]|undefined/, key)
    }
    if (language === 'en') return
    const same = [...texts].filter(([key, text]) => text.length > 12 && text === english.get(key))
    assert.deepEqual(
      same.filter(([key]) => key !== '.pictureInPicture'),
      [],
    )
  })

  test(`${language} says of talking all that English says, and nothing in English`, async () => {
    const talk = await loadTalk(language)
    const texts = textsOf(talk)
    const english = textsOf(talkEn)
    assert.deepEqual([...texts.keys()], [...english.keys()])
    for (const [key, text] of texts) {
      assert.ok(text.trim().length > 0, key)
      assert.equal(text.includes('«5»'), english.get(key)?.includes('«5»'), key)
      assert.equal(text.includes('«6»'), english.get(key)?.includes('«6»'), key)
      assert.doesNotMatch(text, /[{}]|undefined/, key)
    }
    const forms = Array.from({ length: 120 }, (_, count) => talk.unread(count))
    assert.ok(forms.every((text) => text.length > 0 && !text.includes('undefined')))
    if (language === 'en') return
    const same = [...texts].filter(([key, text]) => text.length > 12 && text === english.get(key))
    assert.deepEqual(same, [])
  })

  test(`${language} counts people in each of its plural forms`, async () => {
    const { strings } = await loadLocale(language)
    const rules = new Intl.PluralRules(language)
    const numbers = Array.from({ length: 120 }, (_, index) => index)
    const forms = new Map(numbers.map((count) => [rules.select(count), strings.people(count)]))
    for (const [form, text] of forms) assert.doesNotMatch(text, /undefined/, form)
    const one = strings.people(1)
    assert.ok(one.length > 0)
  })
}

test('Slavic and Semitic plurals are those a speaker expects', async () => {
  const said = async (language: string, count: number) =>
    (await loadLocale(language)).strings.people(count)
  assert.equal(await said('ru', 1), '1 человек')
  assert.equal(await said('ru', 3), '3 человека')
  assert.equal(await said('ru', 5), '5 человек')
  assert.equal(await said('pl', 22), '22 osoby')
  assert.equal(await said('ar', 2), 'شخصان')
  assert.equal(await said('ar', 11), '11 شخصًا')
  assert.equal(await said('he', 2), 'שני אנשים')
})

test('a tag finds the closest language, and English when there is none', () => {
  const closest = { 'pt-BR': 'pt', 'zh-Hans-CN': 'zh', iw: 'he', DE: 'de', tlh: 'en', '': 'en' }
  for (const [tag, language] of Object.entries(closest)) {
    assert.equal(closestLanguage(tag), language)
  }
})

test('Arabic, Hebrew and Persian are written from right to left', () => {
  const rightToLeft = languages.filter((language) => directionOf(language) === 'rtl')
  assert.deepEqual(rightToLeft, ['ar', 'fa', 'he'])
})
