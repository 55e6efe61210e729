import type { Swap } from '../store/store.ts'

export type Parameter = string | number | null

/** Which statement makes a swap, and its parameters; it must change exactly one row. */
export interface SqlChange {
  readonly verb: 'insert' | 'update' | 'delete'
  readonly values: Parameter[]
}

export function sqlChange(key: string, { from, to, lastsMs }: Swap): SqlChange {
  const life = lastsMs ?? null
  if (to === undefined) return { verb: 'delete', values: [key, from ?? null] }
  if (from === undefined) return { verb: 'insert', values: [key, to, life] }
  return { verb: 'update', values: [key, to, life, from] }
}
