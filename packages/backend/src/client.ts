export { createBackendClient, ProblemError } from './lib/client/client.ts'
export type { BackendClient, BackendClientOptions } from './lib/client/client.ts'
export { operations } from './lib/client/operations.ts'
