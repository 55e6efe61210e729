import { VideoError } from '../video-error.ts'

/** Reads a value of the platform's; undefined when it is absent, null or something else. */
export type Reader<T> = (value: unknown) => T | undefined

type Optional<T, K extends keyof T> = undefined extends T[K] ? K : never

/** How each member of an answer is read: without one of `needed` it is not an answer, the `rest` may be missing. */
export interface Readers<T> {
  readonly needed: { readonly [K in keyof T as Exclude<K, Optional<T, K>>]: Reader<T[K]> }
  readonly rest: { readonly [K in keyof T as Optional<T, K>]-?: Reader<NonNullable<T[K]>> }
}

/**
 * Makes a function that reads the platform's answer and returns it frozen, without what is not known of it.
 * The function throws VideoError `unexpected-response` when something needed is missing.
 */
export function answered<T>(what: string, readers: Readers<T>): (answer: unknown) => T {
  const read = record(readers)
  return (answer) => {
    const value = read(answer)
    if (value !== undefined) return value
    throw unexpected(what)
  }
}

/** Makes a function that reads a list of such things. */
export function listed<T>(what: string, readers: Readers<T>): (answer: unknown) => Listed<T> {
  const item = record(readers)
  return (answer) => {
    const { items, count } = fieldsOf(answer) ?? {}
    const read = listOf(item)(items)
    if (read === undefined) throw unexpected(`a list of ${what}`)
    return Object.freeze({ count: number(count) ?? read.length, items: read })
  }
}

/** A part of a list of the platform's. */
export interface Listed<T> {
  /** How many there are in all. */
  readonly count: number
  /** Those of the wanted part, in the platform's order: the newest first. */
  readonly items: readonly T[]
}

/** Reads an object. */
export function record<T>({ needed, rest }: Readers<T>): Reader<T> {
  return (value) => {
    const fields = fieldsOf(value)
    if (fields === undefined) return undefined
    const readers = Object.entries<Reader<unknown>>({ ...rest, ...needed })
    const found = Object.fromEntries(
      readers
        .map(([name, read]) => [name, read(fields[name])] as const)
        .filter(([, part]) => part !== undefined),
    )
    const isWhole = Object.keys(needed).every((name) => found[name] !== undefined)
    return isWhole ? (Object.freeze(found) as T) : undefined
  }
}

/** Reads a list, all of whose items have to be what they should. */
export function listOf<T>(item: Reader<T>): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined
    const items = value.map((one: unknown) => item(one))
    return items.includes(undefined) ? undefined : Object.freeze(items as T[])
  }
}

/** A text that is not empty: the platform writes what is missing as one that is. */
export const filled: Reader<string> = (value) =>
  typeof value === 'string' && value !== '' ? value : undefined

/** An API key or application id; OpenTok writes keys as numbers in places. */
export const owner: Reader<string> = (value) =>
  Number.isSafeInteger(value) ? String(value) : filled(value)

export const number: Reader<number> = (value) =>
  Number.isFinite(value) ? Number(value) : undefined

export const boolean: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined)

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const fields: Readonly<Record<string, unknown>> = { ...value }
  // The platform has three names for whose something is.
  return { applicationId: fields['projectId'] ?? fields['partnerId'], ...fields }
}

function unexpected(what: string): VideoError {
  return new VideoError(
    'unexpected-response',
    `The platform answered with something that is not ${what}; check that apiUrl points at the Video API.`,
  )
}
