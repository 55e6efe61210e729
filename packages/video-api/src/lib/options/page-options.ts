import type { CallOptions } from './call-options.ts'
import { whole } from './checks.ts'

/** Which part of a list is wanted. */
export interface PageOptions extends CallOptions {
  /** How many of the newest to leave out, default 0. */
  readonly offset?: number
  /** How many at most, 1 to 1000, default 50. */
  readonly count?: number
}

export const pageChecks = {
  offset: whole({ min: 0, max: 1_000_000_000, unit: 'items' }),
  count: whole({ min: 1, max: 1000, unit: 'items' }),
}

/** The query for a part of a list, in the order in which the official SDKs write it. */
export function pageQuery(wanted: {
  readonly offset?: number
  readonly count?: number
  readonly sessionId?: string
}): Readonly<Record<string, string | number>> {
  const { offset, count, sessionId } = wanted
  return {
    ...(offset !== undefined && { offset }),
    ...(count !== undefined && { count }),
    ...(sessionId !== undefined && { sessionId }),
  }
}
