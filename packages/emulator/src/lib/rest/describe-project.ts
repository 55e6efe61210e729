import type { Account } from '../platform/accounts.ts'
import type { JsonObject } from '../wire/json.ts'

/** An account as the REST API writes it, without its secret. */
export function describeProject({ type, key, status, name, createdAt }: Account): JsonObject {
  const id = type === 'application' ? { applicationId: key } : { id: key }
  return { ...id, status, name, environment: 'standard', createdAt }
}
