import { randomBytes } from 'node:crypto'
import type { SessionDetails } from '../session/session.ts'

/**
 * Makes a session id that every official server SDK takes for one of that key: a marker, and the key
 * among fields joined by `~`, in unpadded base64url (format: opentok-node, -php, -python).
 */
export function makeSessionId(
  { key, createdAt, mediaMode }: Omit<SessionDetails, 'id'>,
  location = '',
): string {
  const relayed = mediaMode === 'relayed'
  const random = randomBytes(18).toString('base64')
  const fields = ['1', key, location, createdAt, random, '', relayed ? 'P' : '', '', '']
  return `${relayed ? 1 : 2}_${Buffer.from(fields.join('~'), 'ascii').toString('base64url')}`
}
