import { fields } from '../fields.ts'
import type { Store } from '../store/store.ts'
import { sqlChange } from './sql-change.ts'
import type { Parameter } from './sql-change.ts'

/** The one method of a Postgres client that is used: `query` of pg, `unsafe` of postgres.js. */
export type PostgresClient =
  | { query(text: string, values: Parameter[]): Promise<{ readonly rows: readonly unknown[] }> }
  | { unsafe(text: string, values: Parameter[]): PromiseLike<readonly unknown[]> }

/** The table, to be created once; it may be run again. */
export const postgresSchema = `
CREATE TABLE IF NOT EXISTS ot_room_entries (
  key text PRIMARY KEY,
  value text NOT NULL,
  expires_at float8
);
CREATE INDEX IF NOT EXISTS ot_room_expiries ON ot_room_entries (expires_at) WHERE expires_at IS NOT NULL;`

/** Remembers in Postgres 12 or newer, in the table of `postgresSchema`, at the default isolation level. */
export function postgresStore(client: PostgresClient): Store & {
  /** Deletes what has expired, which is invisible already; now and then is enough. */
  sweep(): Promise<void>
} {
  async function rows(text: string, values: Parameter[] = []): Promise<readonly unknown[]> {
    return 'query' in client ? (await client.query(text, values)).rows : client.unsafe(text, values)
  }

  return {
    async read(key) {
      const [row] = await rows(readEntry, [key])
      const { value, now } = fields(row)
      return { value: typeof value === 'string' ? value : undefined, now: Number(now) }
    },

    async swap(key, swap) {
      const { verb, values } = sqlChange(key, swap)
      return (await rows(changes[verb], values)).length === 1
    },

    async sweep() {
      await rows(`DELETE FROM ot_room_entries WHERE expires_at <= ${now}`)
    },
  }
}

const now = `(extract(epoch FROM clock_timestamp()) * 1000)::float8`
const alive = `(expires_at IS NULL OR expires_at > ${now})`

const readEntry = `
SELECT entry.value, clock.now FROM (SELECT ${now} AS now) AS clock
LEFT JOIN ot_room_entries AS entry ON entry.key = $1 AND ${alive}`

const changes = {
  insert: `
INSERT INTO ot_room_entries AS entry (key, value, expires_at) VALUES ($1, $2, ${now} + $3::float8)
ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
WHERE entry.expires_at <= ${now} RETURNING 1`,
  update: `
UPDATE ot_room_entries SET value = $2, expires_at = ${now} + $3::float8
WHERE key = $1 AND value = $4 AND ${alive} RETURNING 1`,
  delete: `
DELETE FROM ot_room_entries WHERE key = $1 AND value = $2 AND ${alive} RETURNING 1`,
}
