import { createRequire } from 'node:module'
import { Auth } from '@vonage/auth'
import { MediaMode, Video } from '@vonage/video'
import type { Keys } from './opentok-client.ts'
import type { Addresses } from './stack.ts'

type Session = { sessionId: string }
type Callback<T> = (error: Error | null, value: T) => void

/** What these tests use of npm `opentok`, which ships no types. */
export type OpenTokSdk = {
  createSession(options: object, callback: Callback<Session>): void
  generateToken(sessionId: string, options?: object, legacy?: true): string
}

const OpenTok = createRequire(import.meta.url)('opentok') as new (
  apiKey: string,
  apiSecret: string,
  options: { apiUrl: string },
) => OpenTokSdk

/** npm `opentok`, unmodified, told where the emulator is and nothing else. */
export function openTokSdk(at: Pick<Addresses, 'emulator' | 'apiKey' | 'apiSecret'>): OpenTokSdk {
  return new OpenTok(at.apiKey, at.apiSecret, { apiUrl: at.emulator })
}

export async function openTokSession(sdk: OpenTokSdk, options: object = {}): Promise<string> {
  const session = await new Promise<Session>((resolve, reject) => {
    sdk.createSession(options, (error, value) => (error ? reject(error) : resolve(value)))
  })
  return session.sessionId
}

/** `@vonage/video`, unmodified, told where the emulator is and nothing else. */
export function vonageSdk(at: Addresses): Video {
  const { applicationId, privateKey } = at
  return new Video(new Auth({ applicationId, privateKey }), { videoHost: at.emulator })
}

/** Credentials of a session that npm `opentok` made; `token` makes one more visitor's token. */
export async function openTokKeys(
  at: Pick<Addresses, 'emulator' | 'apiKey' | 'apiSecret'>,
  mediaMode: 'relayed' | 'routed' = 'relayed',
): Promise<{ keys: Keys; token: () => string }> {
  const sdk = openTokSdk(at)
  const sessionId = await openTokSession(sdk, { mediaMode })
  const token = (): string => sdk.generateToken(sessionId, { role: 'publisher' })
  return {
    keys: { emulator: at.emulator, applicationId: at.apiKey, sessionId, token: token() },
    token,
  }
}

/** Credentials of a relayed session that `@vonage/video` made. */
export async function vonageKeys(at: Addresses): Promise<{ keys: Keys; token: () => string }> {
  const sdk = vonageSdk(at)
  const { sessionId } = await sdk.createSession({ mediaMode: MediaMode.RELAYED })
  const token = (): string => sdk.generateClientToken(sessionId, { role: 'publisher' })
  return {
    keys: { emulator: at.emulator, applicationId: at.applicationId, sessionId, token: token() },
    token,
  }
}
