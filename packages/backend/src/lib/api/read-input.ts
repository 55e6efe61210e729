import { fields } from '../fields.ts'
import { BackendError } from '../problem/backend-error.ts'
import type { Described, ObjectSchema, Schema } from './schema.ts'

/** Takes from a body what a schema describes; throws BackendError `body-invalid` that names the field. */
export function readInput<S extends ObjectSchema>(schema: S, body: unknown): Described<S> {
  return read(schema, { value: body, place: '' }) as Described<S>
}

function read(
  schema: Schema,
  { value, place }: { readonly value: unknown; readonly place: string },
): unknown {
  switch (schema.type) {
    case 'string': {
      const { minLength = 0, maxLength = Infinity, enum: words } = schema
      const fits =
        typeof value === 'string' && value.length >= minLength && value.length <= maxLength
      if (!fits || (words !== undefined && !words.includes(value))) {
        throw invalid(
          place,
          words === undefined ? textOf(minLength, maxLength) : words.join(' or '),
        )
      }
      return value
    }
    case 'integer': {
      const { minimum = -Infinity, maximum = Infinity } = schema
      if (
        typeof value !== 'number' ||
        !Number.isInteger(value) ||
        value < minimum ||
        value > maximum
      ) {
        throw invalid(place, `a whole number from ${minimum} to ${maximum}`)
      }
      return value
    }
    case 'boolean':
      if (typeof value !== 'boolean') throw invalid(place, 'true or false')
      return value
    case 'array': {
      const { items, maxItems = Infinity } = schema
      if (!Array.isArray(value) || value.length > maxItems) {
        throw invalid(place, `a list of at most ${maxItems}`)
      }
      return value.map((item: unknown, index) =>
        read(items, { value: item, place: `${place}[${index}]` }),
      )
    }
    case 'object':
      return readObject(schema, { value: fields(value), place })
    default:
      throw schema satisfies never
  }
}

function readObject(
  { properties, required = [] }: ObjectSchema,
  { value, place }: { readonly value: Readonly<Record<string, unknown>>; readonly place: string },
): object {
  const known = Object.entries(properties).flatMap(([name, schema]) => {
    const given = Object.hasOwn(value, name) ? value[name] : undefined
    const where = place === '' ? name : `${place}.${name}`
    if (given === undefined && !required.includes(name)) return []
    return [[name, read(schema, { value: given, place: where })]]
  })
  return Object.fromEntries(known)
}

function textOf(minLength: number, maxLength: number): string {
  return `a text of ${minLength} to ${maxLength} characters`
}

function invalid(place: string, expected: string): BackendError {
  return new BackendError('body-invalid', `"${place}" must be ${expected}.`)
}
