import type { Session } from './session.ts'

/** The address of a session, or of something in it, as Raptor messages write it. */
export function addressIn(
  session: Pick<Session, 'id' | 'key'>,
  ...path: readonly string[]
): string {
  return ['/v2/partner', session.key, 'session', session.id, ...path].join('/')
}
