import { z } from 'zod'
import { accepted } from '../verdict.ts'
import type { Verdict } from '../verdict.ts'
import type { JsonObject } from '../wire/json.ts'
import type { Call } from './endpoint.ts'
import { read } from './read-body.ts'

/** What of a list is wanted. */
export interface Page {
  readonly offset: number
  readonly count: number
}

const most = 1000
const natural = z
  .string()
  .regex(/^\d{1,9}$/, 'must be a whole number')
  .transform(Number)
const page = z.object({
  offset: natural.optional(),
  count: natural.refine((count) => count <= most, `must be at most ${most}`).optional(),
})

/** Reads `offset` (0) and `count` (50, at most 1000) of a query. */
export function readPage({ query }: Call): Verdict<Page> {
  const asked = read(page, { offset: query('offset'), count: query('count') })
  if (!asked.ok) return asked
  const { offset = 0, count = 50 } = asked.value
  return accepted({ offset, count })
}

/** One page of a list as the platform writes it, with the length of the whole. */
export function paged(items: readonly JsonObject[], { offset, count }: Page): JsonObject {
  return { count: items.length, items: items.slice(offset, offset + count) }
}
