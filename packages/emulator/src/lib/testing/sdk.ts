import OpenTok from 'opentok'
import type { Emulator } from '../emulator.ts'

/** The official server SDK, pointed at an emulator. */
export function officialSdk({ apiKey, apiSecret, url }: Emulator): OpenTok {
  return new OpenTok(apiKey, apiSecret, url)
}

/** Creates a session with the official SDK. */
export async function createSession(
  sdk: OpenTok,
  options: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    sdk.createSession(options, (error, session) => {
      if (session === undefined)
        reject(error ?? new Error('The SDK gave neither a session nor an error'))
      else resolve(session.sessionId)
    })
  })
}
