import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hear, silence, type Hearing } from './speaker.ts'

type Line = readonly [participant: string, level: number, from: number, to: number]

/** Plays lines of a conversation, twenty levels a second, and says who spoke at the end. */
function after(...lines: readonly Line[]): string | undefined {
  const heard = lines
    .flatMap(([participant, level, from, to]) =>
      Array.from({ length: (to - from) / 50 }, (_, index) => {
        return { participant, level, at: from + index * 50 }
      }),
    )
    .toSorted((one, other) => one.at - other.at)
  return heard.reduce<Hearing>(hear, silence).speaker
}

test('whoever speaks first is the speaker at once, breathing is not speaking', () => {
  assert.equal(after(['ada', 0.01, 0, 500]), undefined)
  assert.equal(after(['ada', 0.01, 0, 500], ['bob', 0.2, 0, 100]), 'bob')
})

test('a cough does not take the floor from whoever is speaking', () => {
  assert.equal(after(['ada', 0.3, 0, 4000], ['bob', 0.35, 2000, 2200]), 'ada')
})

test('whoever answers after a while becomes the speaker', () => {
  assert.equal(after(['ada', 0.3, 0, 2000], ['bob', 0.2, 2000, 3500]), 'bob')
})

test('a pause between words does not end a speech', () => {
  const words: Line[] = [0, 900, 1800].map((at) => ['ada', 0.3, at, at + 500])
  assert.equal(after(...words, ['bob', 0.015, 0, 2500]), 'ada')
})

test('two who talk at once, equally loud, do not take the floor from each other', () => {
  const words = (who: string, shift: number, level: number): Line[] =>
    [0, 700, 1400, 2100, 2800, 3500, 4200, 4900].map((at) => [
      who,
      level * (at % 1400 === 0 ? 0.6 : 1),
      at + shift,
      at + shift + 500,
    ])
  const levels = [...words('ada', 0, 0.3), ...words('bob', 200, 0.36)]
  const speakers = Array.from({ length: 25 }, (_, step) => {
    const end = 400 + step * 200
    return after(
      ...levels.flatMap(([who, level, from, to]): Line[] =>
        from < end ? [[who, level, from, Math.min(to, end)]] : [],
      ),
    )
  })
  assert.deepEqual([...new Set(speakers)], ['ada'])
})

test('whoever talks over a noise becomes the speaker', () => {
  for (const level of [0.1, 0.4]) {
    assert.equal(after(['noise', 0.03, 0, 6000], ['ada', level, 3000, 6000]), 'ada')
  }
})
