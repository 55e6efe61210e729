import type { TokenFormat, TokenGrant } from '../tokens/token-grant.ts'

/** Whoever may call the REST API. Holds one secret in a closure. */
export interface Caller {
  readonly defaultApiUrl: string
  /** What no error may repeat. */
  readonly secrets: readonly string[]
  /** The header that proves who calls the REST API; `now` is in seconds. */
  authorization(now: number): Promise<Readonly<Record<string, string>>>
}

/** Whoever pays for the sessions: an OpenTok project or a Vonage application. */
export interface Account extends Caller {
  readonly applicationId: string
  signToken(grant: TokenGrant, format: TokenFormat): Promise<string>
}

/**
 * How long a REST authorization lives. It begins a little in the past, because the platform
 * refuses one issued "in the future" without any leeway, and ends within the documented 5 minutes.
 */
export function restLifetime(now: number): { iat: number; exp: number } {
  return { iat: now - 10, exp: now + 170 }
}
