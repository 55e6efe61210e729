export { postgresSchema, postgresStore } from './lib/stores/postgres.ts'
export type { PostgresClient } from './lib/stores/postgres.ts'
