/** The little of the official server SDK that tests use; the package has no types of its own. */
declare module 'opentok' {
  export default class OpenTok {
    constructor(apiKey: string, apiSecret: string, apiUrl?: string)
    createSession(
      options: Readonly<Record<string, unknown>>,
      callback: (error: Error | null, session?: { readonly sessionId: string }) => void,
    ): void
    generateToken(
      sessionId: string,
      options?: { readonly role?: string; readonly data?: string; readonly expireTime?: number },
      legacy?: boolean,
    ): string
  }
}
