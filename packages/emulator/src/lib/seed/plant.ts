import { randomUUID } from 'node:crypto'
import { EmulatorError } from '../error.ts'
import type { Platform } from '../platform/platform.ts'
import { makeSessionId } from '../platform/session-id.ts'
import type { Seed } from './seed.ts'

/**
 * Adds what a seed lists. `defaultKey` owns what names no owner.
 *
 * @throws {EmulatorError} `bad-seed`, and nothing is added, when something belongs to a key that does not exist
 */
export function plant(platform: Platform, seed: Seed, defaultKey: string): void {
  checkOwners(platform, seed)
  const createdAt = platform.clock.now()
  for (const { apiKey: key, apiSecret, name = '' } of seed.projects ?? []) {
    const secret = new TextEncoder().encode(apiSecret)
    platform.accounts.put({ type: 'project', key, secret, name, status: 'ACTIVE', createdAt })
  }
  for (const { apiKey: key = defaultKey, ...callback } of seed.callbacks ?? []) {
    platform.callbacks.add({ ...callback, key, id: randomUUID(), createdAt })
  }
  for (const { sessionId, apiKey: key = defaultKey, ...choices } of seed.sessions ?? []) {
    const usual = { mediaMode: 'routed', archiveMode: 'manual', e2ee: false } as const
    const details = { ...usual, ...choices, key, createdAt }
    platform.create({ ...details, id: sessionId ?? makeSessionId(details) })
  }
}

function checkOwners({ accounts }: Platform, seed: Seed): void {
  const seeded = new Set(seed.projects?.map(({ apiKey }) => apiKey))
  for (const collection of ['callbacks', 'sessions'] as const) {
    for (const [index, { apiKey }] of (seed[collection] ?? []).entries()) {
      if (apiKey === undefined || seeded.has(apiKey) || accounts.get(apiKey)) continue
      const path = `seed.${collection}[${index}].apiKey`
      throw new EmulatorError('bad-seed', `${path} must be a project or application that exists`)
    }
  }
}
