import { boundedText, invalidOption } from '../options/option-checks.ts'

/** An id of the platform's as part of a path, which no id can change. Throws VideoError `invalid-option`. */
export function pathPart(name: string, id: unknown): string {
  const given = boundedText(name, id, { min: 1, max: 255 })
  // The only parts that a URL resolves in spite of escaping.
  if (given === '.' || given === '..') throw invalidOption(`${name} is not an id.`)
  return encodeURIComponent(given)
}
