import { z } from 'zod'
import type { JsonObject } from '../wire/json.ts'
import type { Verdict } from '../verdict.ts'
import type { Call } from './endpoint.ts'
import { read } from './read-body.ts'

/** Which part of a list is wanted. */
export interface Page {
  readonly offset: number
  readonly count: number
}

const number = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number)
const page = z.object({
  offset: number.default(0),
  count: number
    .refine((count) => count >= 1 && count <= 1000, 'must be from 1 to 1000')
    .default(50),
})

/** Reads `offset` (0 when absent) and `count` (50 when absent, at most 1000) of a request. */
export function readPage(call: Call): Verdict<Page> {
  return read(page, { offset: call.query('offset'), count: call.query('count') })
}

/** A part of a list as the REST API writes it; `count` is that of the whole list. */
export function pageOf<T>(
  all: readonly T[],
  { offset, count }: Page,
  describe: (item: T) => JsonObject,
): JsonObject {
  return { count: all.length, items: all.slice(offset, offset + count).map(describe) }
}
