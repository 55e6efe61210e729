import { invalidOption } from './option-checks.ts'

/** One secret, or several while one replaces another; the error for anything else shows none of them. */
export function secretTexts(name: string, value: unknown): readonly [string, ...string[]] {
  const [first, ...others]: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (isSecret(first) && others.every(isSecret)) return [first, ...others]
  throw invalidOption(`${name} must be a string that is not empty, or a list of such.`)
}

export function isSecret(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
