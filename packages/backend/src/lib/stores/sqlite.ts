import { fields } from '../fields.ts'
import type { Store } from '../store/store.ts'
import { sqlChange } from './sql-change.ts'
import type { Parameter } from './sql-change.ts'
import { changeEntry, readEntry, sqliteSchema, sweepEntries } from './sqlite-statements.ts'

/** What is used of a SQLite database: `DatabaseSync` of node:sqlite, and better-sqlite3, have it. */
export interface SqliteDatabase {
  exec(sql: string): unknown
  prepare(sql: string): {
    get(...values: Parameter[]): unknown
    run(...values: Parameter[]): { readonly changes: number | bigint }
  }
}

/**
 * Remembers in a SQLite file, also for several processes of one machine; creates its table. The
 * file is put into WAL mode, and a writer waits up to 5 seconds for another.
 */
export function sqliteStore(database: SqliteDatabase): Store & {
  /** Deletes what has expired, which is invisible already; now and then is enough. */
  sweep(): void
} {
  database.exec(
    'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL',
  )
  database.exec(sqliteSchema)
  const read = database.prepare(readEntry)
  const sweep = database.prepare(sweepEntries)
  const changes = {
    insert: database.prepare(changeEntry.insert),
    update: database.prepare(changeEntry.update),
    delete: database.prepare(changeEntry.delete),
  }

  return {
    async read(key) {
      const { value, now } = fields(read.get(key))
      return { value: typeof value === 'string' ? value : undefined, now: Number(now) }
    },

    async swap(key, swap) {
      const { verb, values } = sqlChange(key, swap)
      return Number(changes[verb].run(...values).changes) === 1
    },

    sweep() {
      sweep.run()
    },
  }
}
