import { EmulatorError } from '../error.ts'
import type { Platform } from '../platform/platform.ts'
import { makeSessionId } from '../platform/session-id.ts'
import type { Seed } from './seed.ts'

/**
 * Creates the sessions of a seed.
 *
 * @throws {EmulatorError} `bad-seed`, when one belongs to a key that does not exist
 */
export function plant(
  platform: Platform,
  { sessions = [] }: Seed,
  { defaultKey, now }: { readonly defaultKey: string; readonly now: number },
): void {
  for (const [index, seeded] of sessions.entries()) {
    const { sessionId, apiKey: key = defaultKey, mediaMode = 'routed' } = seeded
    if (platform.accounts.get(key) === undefined) {
      const path = `seed.sessions[${index}].apiKey`
      throw new EmulatorError('bad-seed', `${path} must be a project or application that exists`)
    }
    const { archiveMode = 'manual', e2ee = false } = seeded
    const details = { key, mediaMode, archiveMode, e2ee, createdAt: now }
    platform.create({ ...details, id: sessionId ?? makeSessionId(details) })
  }
}
