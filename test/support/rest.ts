import { SignJWT } from 'jose'
import type { Addresses } from './stack.ts'

export type RestRequest = {
  method: string
  /** Below `/v2/project/{key}`. */
  path: string
  body?: object
}

export type RestAnswer = { status: number; body: Record<string, unknown> }

/** A request to the platform's REST API by hand, for what the official SDKs have no method for. */
export async function restRequest(
  { emulator, apiKey, apiSecret }: Pick<Addresses, 'emulator' | 'apiKey' | 'apiSecret'>,
  { method, path, body }: RestRequest,
): Promise<RestAnswer> {
  const token = await new SignJWT({ iss: apiKey, ist: 'project' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(new TextEncoder().encode(apiSecret))
  const response = await fetch(`${emulator}/v2/project/${apiKey}${path}`, {
    method,
    headers: { 'x-opentok-auth': token, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) }
}
