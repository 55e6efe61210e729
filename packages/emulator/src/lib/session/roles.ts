/** What a token allows its bearer to be. */
export type Role = 'subscriber' | 'publisher' | 'publisheronly' | 'moderator'

/** One thing a connection may do; the words are the platform's. */
export type Permission =
  'publish' | 'subscribe' | 'signal' | 'forceunpublish' | 'forcedisconnect' | 'forcemute'

const permissions: Readonly<Record<Role, readonly Permission[]>> = {
  subscriber: ['subscribe'],
  publisheronly: ['publish', 'signal'],
  publisher: ['publish', 'subscribe', 'signal'],
  moderator: ['publish', 'subscribe', 'signal', 'forceunpublish', 'forcedisconnect', 'forcemute'],
}

export function isRole(value: unknown): value is Role {
  return typeof value === 'string' && Object.hasOwn(permissions, value)
}

/** Everything a role may do, in the order the platform lists it. */
export function permissionsOf(role: Role): readonly Permission[] {
  return permissions[role]
}
