import { SignJWT } from 'jose'
import type { Addresses } from './stack.ts'

/** The token with one character inside its signature changed. */
export function broken(token: string): string {
  const at = token.length - 10
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
}

/** A T1 token with the first digit of its signature changed. */
export function brokenT1(token: string): string {
  const text = atob(token.slice('T1=='.length))
  return `T1==${btoa(text.replace(/sig=./, (sign) => (sign === 'sig=0' ? 'sig=1' : 'sig=0')))}`
}

/** Another id of the same form and project, which the platform never gave out. */
export function unknownSession(sessionId: string): string {
  const fields = atob(sessionId.slice(2).replaceAll('-', '+').replaceAll('_', '/')).split('~')
  fields[4] = (fields[4] ?? '').split('').toReversed().join('')
  return `${sessionId.slice(0, 2)}${btoa(fields.join('~')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`
}

/** The SDK refuses to make an expired token, so this one is made with its keys and its claims by hand. */
export async function expired(stack: Addresses, sessionId: string): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT({
    ist: 'project',
    session_id: sessionId,
    nonce: 0.5,
    role: 'publisher',
    scope: 'session.connect',
    initial_layout_class_list: '',
    expire_time: now - 60,
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(stack.apiKey)
    .setIssuedAt(now - 3600)
    .setExpirationTime(now - 60)
    .sign(new TextEncoder().encode(stack.apiSecret))
}
