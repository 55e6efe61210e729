import { permissionsOf } from './roles.ts'
import type { Permission } from './roles.ts'
import type { Session } from './session.ts'

/** The sender of messages that come from no client; clients show it as nobody. */
export const platform = ''

/** Who negotiates media in routed sessions; clients read only how the address begins. */
export const mediaRouter = 'symphony.opentok-emulator'

// It has no connection, so it can neither publish nor watch.
const platformPermissions: readonly Permission[] = [
  'signal',
  'forceunpublish',
  'forcedisconnect',
  'forcemute',
]

/** Whether that sender may do this; a stranger may do nothing. */
export function allows(session: Session, from: string, permission: Permission): boolean {
  if (from === platform) return platformPermissions.includes(permission)
  const sender = session.connections.get(from)
  return sender !== undefined && permissionsOf(sender.role).includes(permission)
}
