/** The table of SQLite and D1, to be created once; it may be run again. */
export const sqliteSchema = `CREATE TABLE IF NOT EXISTS ot_room_entries (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  expires_at REAL
) WITHOUT ROWID`

// julianday knows milliseconds in every version; 'subsec' is newer than some SQLites that are about.
const now = `((julianday('now') - 2440587.5) * 86400000.0)`
const alive = `(expires_at IS NULL OR expires_at > ${now})`

export const readEntry = `
SELECT ${now} AS now, (SELECT value FROM ot_room_entries WHERE key = ?1 AND ${alive}) AS value`

export const changeEntry = {
  insert: `
INSERT INTO ot_room_entries (key, value, expires_at) VALUES (?1, ?2, ${now} + ?3)
ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
WHERE ot_room_entries.expires_at <= ${now}`,
  update: `
UPDATE ot_room_entries SET value = ?2, expires_at = ${now} + ?3
WHERE key = ?1 AND value = ?4 AND ${alive}`,
  delete: `
DELETE FROM ot_room_entries WHERE key = ?1 AND value = ?2 AND ${alive}`,
}

export const sweepEntries = `DELETE FROM ot_room_entries WHERE expires_at <= ${now}`
