export { sqliteStore } from './lib/stores/sqlite.ts'
export type { SqliteDatabase } from './lib/stores/sqlite.ts'
