import {
  boundedText,
  described,
  invalidOption,
  knownOptions,
  oneOf,
  wholeNumber,
} from './option-checks.ts'

/** Passes a value that is what its name promises, and throws VideoError `invalid-option` otherwise. */
export type Check<T> = (name: string, value: unknown) => T

/** A check of something that may not be left out. */
export type NeededCheck<T> = Check<T> & { readonly isNeeded: true }

/** A check for every member of an options type; of `needed` for those that it does not make optional. */
export type Checks<T> = {
  readonly [K in keyof T]-?: undefined extends T[K] ? Check<NonNullable<T[K]>> : NeededCheck<T[K]>
}

export function needed<T>(check: Check<T>): NeededCheck<T> {
  const again: Check<T> = (name, value) => check(name, value)
  return Object.assign(again, { isNeeded: true } as const)
}

export const flag: Check<boolean> = (name, value) => {
  if (typeof value === 'boolean') return value
  throw invalidOption(`${name} must be true or false, not ${described(value)}.`)
}

/** Text of so many UTF-16 code units. */
export function text(min: number, max: number): Check<string> {
  return (name, value) => boundedText(name, value, { min, max })
}

/** Text that no error may show. */
export const secret: Check<string> = (name, value) => {
  if (typeof value === 'string' && value !== '') return value
  throw invalidOption(`${name} must be a string that is not empty.`)
}

export function whole(bounds: {
  readonly min: number
  readonly max: number
  readonly unit: string
}): Check<number> {
  return (name, value) => wholeNumber(name, value, bounds)
}

export function choice<T extends string>(allowed: readonly T[]): Check<T> {
  return (name, value) => oneOf(name, value, allowed)
}

export function listOf<T>(item: Check<T>, max = 1000): Check<readonly T[]> {
  return (name, value) => {
    if (!Array.isArray(value) || value.length > max) {
      const given = Array.isArray(value) ? `one of ${value.length}` : described(value)
      throw invalidOption(`${name} must be an array of at most ${max} items, not ${given}.`)
    }
    return value.map((one: unknown, index) => item(`${name}[${index}]`, one))
  }
}

/** An absolute URL with one of these schemes, of at most 2048 characters. */
export function url(...schemes: readonly string[]): Check<string> {
  return (name, value) => {
    const address = boundedText(name, value, { min: 1, max: 2048 })
    const scheme = URL.canParse(address) ? new URL(address).protocol.slice(0, -1) : undefined
    if (scheme !== undefined && schemes.includes(scheme)) return address
    throw invalidOption(
      `${name} must be an absolute URL that begins with ${schemes.join(' or ')}:.`,
    )
  }
}

/** An object with these members and no others. */
export function shape<T>(checks: Checks<T>): Check<T> {
  return (name, value) => {
    const given = knownOptions(value ?? null, name, Object.keys(checks))
    return checked(given, { checks, within: `${name}.` })
  }
}

/** An object of texts by any name. */
export function texts(max: number): Check<Readonly<Record<string, string>>> {
  return (name, value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw invalidOption(`${name} must be an object of strings, not ${described(value)}.`)
    }
    const pairs = Object.entries(value).map(([key, one]) => {
      return [key, boundedText(`${name}.${key}`, one, { min: 0, max })] as const
    })
    return Object.fromEntries(pairs)
  }
}

/** What of the options was given, checked member by member, in the order in which it was written. */
export function checked<T>(
  given: Readonly<Record<string, unknown>>,
  { checks, within = '' }: { readonly checks: Checks<T>; readonly within?: string },
): T {
  const all = Object.entries<Check<unknown> | NeededCheck<unknown>>(checks)
  const missing = all.find(([name, check]) => 'isNeeded' in check && given[name] === undefined)
  if (missing !== undefined) throw invalidOption(`${within}${missing[0]} is needed.`)
  const byName = new Map(all)
  const pairs = Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, byName.get(name)?.(within + name, value)])
  return Object.fromEntries(pairs) as T
}
