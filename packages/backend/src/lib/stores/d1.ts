import type { Store } from '../store/store.ts'
import { sqlChange } from './sql-change.ts'
import type { Parameter } from './sql-change.ts'
import { changeEntry, readEntry, sweepEntries } from './sqlite-statements.ts'

/** What is used of a D1 binding. */
export interface D1Binding {
  prepare(sql: string): {
    bind(...values: Parameter[]): {
      first(): Promise<Record<string, unknown> | null>
      run(): Promise<{ readonly meta: { readonly changes?: number } }>
    }
  }
}

/** Remembers in Cloudflare D1, in the table of `sqliteSchema`; always asks the primary. */
export function d1Store(database: D1Binding): Store & {
  /** Deletes what has expired, which is invisible already; now and then is enough. */
  sweep(): Promise<void>
} {
  const statement = (sql: string, values: Parameter[]) => database.prepare(sql).bind(...values)

  return {
    async read(key) {
      const { value, now } = (await statement(readEntry, [key]).first()) ?? {}
      return { value: typeof value === 'string' ? value : undefined, now: Number(now) }
    },

    async swap(key, swap) {
      const { verb, values } = sqlChange(key, swap)
      return (await statement(changeEntry[verb], values).run()).meta.changes === 1
    },

    async sweep() {
      await statement(sweepEntries, []).run()
    },
  }
}
