import assert from 'node:assert/strict'

/** What a value has to be, with words for it. */
export interface Kind {
  readonly words: string
  test(value: unknown): boolean
}

export const uuid = pattern('a lower-case UUID', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
export const text = kind(
  'a text that is not empty',
  (value) => typeof value === 'string' && value !== '',
)
export const string = kind('a text', (value) => typeof value === 'string')
export const flag = kind('a boolean', (value) => typeof value === 'boolean')
export const count = kind(
  'a whole number from 0',
  (value) => Number.isInteger(value) && Number(value) >= 0,
)
export const list = kind('a list', Array.isArray)

/** A moment of this decade in milliseconds: one in seconds or microseconds is out by a thousand times. */
export const milliseconds = kind('milliseconds since 1970', (value) => {
  return Number.isInteger(value) && Math.abs(Number(value) - Date.now()) < 10 * 365 * 86_400_000
})

export function oneOf(...values: readonly unknown[]): Kind {
  return kind(`one of ${JSON.stringify(values)}`, (value) => values.includes(value))
}

export function pattern(words: string, expression: RegExp): Kind {
  return kind(words, (value) => typeof value === 'string' && expression.test(value))
}

/** Asserts that a value is an object with these fields; it may have more. */
export function hasFields(
  what: string,
  value: unknown,
  fields: Readonly<Record<string, unknown>>,
): asserts value is Readonly<Record<string, unknown>> {
  assert.ok(
    typeof value === 'object' && value !== null,
    `${what} is ${JSON.stringify(value)}, no object`,
  )
  for (const [name, wanted] of Object.entries(fields)) {
    const found: unknown = Reflect.get(value, name)
    if (isKind(wanted)) {
      assert.ok(
        wanted.test(found),
        `${what}.${name} is ${JSON.stringify(found)}, not ${wanted.words}`,
      )
    } else
      assert.deepEqual(
        found,
        wanted,
        `${what}.${name} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`,
      )
  }
}

function kind(words: string, test: (value: unknown) => boolean): Kind {
  return { words, test }
}

function isKind(value: unknown): value is Kind {
  return typeof value === 'object' && value !== null && 'words' in value && 'test' in value
}
