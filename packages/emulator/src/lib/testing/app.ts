import { SignJWT } from 'jose'
import type { Hono } from 'hono'
import { createApp } from '../http/app.ts'
import type { AppOptions } from '../http/app.ts'
import { accountsOf } from '../platform/accounts.ts'
import { createPlatform } from '../platform/platform.ts'
import type { Platform } from '../platform/platform.ts'

/** The project of the app under test. */
export const apiKey = '123456'
export const apiSecret = 'deadbeef'.repeat(5)

/** Everything that answers HTTP, without a server. */
export function testApp(differing: Partial<AppOptions> = {}): {
  readonly app: Hono
  readonly platform: Platform
} {
  const secret = new TextEncoder().encode(apiSecret)
  const platform = createPlatform(accountsOf([{ type: 'project', key: apiKey, secret }]))
  const app = createApp(platform, {
    controls: { reset: async () => platform.clear(), dropSockets: () => undefined },
    iceServers: (hostname) => [{ urls: [`stun:${hostname}:3478`] }],
    allowRemote: false,
    now: Date.now,
    log: () => undefined,
    ...differing,
  })
  return { app, platform }
}

/** A token for the REST API of that project. */
export async function restToken(claims: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const iat = Math.floor(Date.now() / 1000)
  return new SignJWT({ iss: apiKey, ist: 'project', iat, exp: iat + 60, ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(apiSecret))
}
