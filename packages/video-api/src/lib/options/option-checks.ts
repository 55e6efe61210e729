import { VideoError } from '../video-error.ts'

/** Options as a caller without types may have written them; `undefined` counts as absent. */
export type GivenOptions = Readonly<Record<string, unknown>>

export function invalidOption(message: string): VideoError {
  return new VideoError('invalid-option', message)
}

/** Refuses anything but a plain set of known names, and names the stranger. */
export function knownOptions(given: unknown, verb: string, known: readonly string[]): GivenOptions {
  if (given === undefined) return {}
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw invalidOption(`${verb} takes its options as an object, not ${described(given)}.`)
  }
  const stranger = Object.keys(given).find((name) => !known.includes(name))
  if (stranger !== undefined) {
    throw invalidOption(
      `${verb} has no option ${described(stranger)}. It knows ${known.join(', ')}.`,
    )
  }
  return { ...given }
}

export function oneOf<T extends string>(name: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value)
  if (found === undefined) {
    throw invalidOption(`${name} must be one of ${allowed.join(', ')}, not ${described(value)}.`)
  }
  return found
}

/** A whole number within bounds; fractions, NaN, infinities and numeric strings are refused. */
export function wholeNumber(
  name: string,
  value: unknown,
  bounds: { readonly min: number; readonly max: number; readonly unit: string },
): number {
  const { min, max, unit } = bounds
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min || value > max) {
    throw invalidOption(
      `${name} must be a whole number of ${unit} from ${min} to ${max}, not ${described(value)}.`,
    )
  }
  return value
}

/** Text of bounded length, in UTF-16 code units, that survives UTF-8. */
export function boundedText(
  name: string,
  value: unknown,
  bounds: { readonly min: number; readonly max: number },
): string {
  const { min, max } = bounds
  if (typeof value !== 'string' || value.length < min || value.length > max) {
    const given = typeof value === 'string' ? `${value.length} characters` : described(value)
    throw invalidOption(`${name} must be a string of ${min} to ${max} characters, not ${given}.`)
  }
  if (/\p{Surrogate}/u.test(value)) {
    throw invalidOption(`${name} holds half of a surrogate pair, which cannot be sent as UTF-8.`)
  }
  return value
}

/** A wrong value in few words: short texts and numbers as they are, the rest by kind. */
export function described(value: unknown): string {
  if (typeof value === 'string') {
    return value.length > 32 ? `a text of ${value.length} characters` : JSON.stringify(value)
  }
  if (typeof value === 'number' || value === null || value === undefined) return String(value)
  return Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`
}
