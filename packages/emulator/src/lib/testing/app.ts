import { generateKeyPairSync } from 'node:crypto'
import type { Hono } from 'hono'
import { SignJWT } from 'jose'
import { createControls } from '../control/create-controls.ts'
import { createMessageLog } from '../control/message-log.ts'
import { createApp } from '../http/app.ts'
import type { AppOptions } from '../http/app.ts'
import { accountsOf } from '../platform/accounts.ts'
import { createPlatform } from '../platform/platform.ts'
import type { Platform, PlatformOptions } from '../platform/platform.ts'

/** The project of the app under test. */
export const apiKey = '123456'
export const apiSecret = 'deadbeef'.repeat(5)
/** Another project. */
export const otherKey = '777777'
export const otherSecret = 'feedface'.repeat(5)
/** An application, with its key pair. */
export const applicationId = '11111111-2222-4333-8444-555555555555'
export const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
/** The administrator of its account. */
export const accountKey = '654321'
export const accountSecret = 'cafebabe'.repeat(5)

/** Everything that answers HTTP, without a server. */
export function testApp(differing: Partial<AppOptions> & PlatformOptions = {}): {
  readonly app: Hono
  readonly platform: Platform
} {
  const { clock, notify, ...options } = differing
  const accounts = accountsOf([
    { type: 'project', key: apiKey, secret: new TextEncoder().encode(apiSecret) },
    { type: 'project', key: otherKey, secret: new TextEncoder().encode(otherSecret) },
    { type: 'application', key: applicationId, publicKey },
    { type: 'administrator', key: accountKey, secret: new TextEncoder().encode(accountSecret) },
  ])
  const messages = createMessageLog()
  const platform = createPlatform(accounts, {
    observe: messages.add,
    ...(clock && { clock }),
    ...(notify && { notify }),
  })
  const app = createApp(platform, {
    controls: createControls({
      platform,
      messages,
      courier: { list: () => [], reset: () => undefined },
      gateway: { drop: () => undefined, end: () => undefined },
      seed: {},
      defaultKey: apiKey,
    }),
    iceServers: (hostname) => [{ urls: [`stun:${hostname}:3478`] }],
    allowRemote: false,
    log: () => undefined,
    ...options,
  })
  return { app, platform }
}

/** A token for the REST API of that project. */
export async function restToken(claims: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const iat = Math.floor(Date.now() / 1000)
  return new SignJWT({ iss: apiKey, ist: 'project', iat, exp: iat + 60, ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(claims['ist'] === 'account' ? accountSecret : apiSecret))
}
