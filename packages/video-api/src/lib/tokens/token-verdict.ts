import type { Role } from './token-grant.ts'

/** What a good token entitles its bearer to. Times are seconds since 1970. */
export interface TokenFacts {
  readonly sessionId: string
  readonly role: Role
  readonly issuedAt?: number
  readonly expiresAt: number
  readonly data?: string
  readonly initialLayoutClassList: readonly string[]
}

/** Why a token is refused. The strings are stable: switch on them. */
export type TokenRefusal =
  'malformed' | 'forged' | 'other-account' | 'other-kind' | 'other-session' | 'early' | 'expired'

export type TokenVerdict =
  | ({ readonly ok: true } & TokenFacts)
  | {
      readonly ok: false
      readonly reason: TokenRefusal
      /** A sentence for the log; it repeats nothing of the token. */
      readonly message: string
    }

const sentences: Readonly<Record<TokenRefusal, string>> = {
  malformed: 'It is no client token of this kind of account.',
  forged: 'It is not signed with the key of this account.',
  'other-account': 'It was made for another account.',
  'other-kind': 'It is not for joining sessions: its scope is not session.connect.',
  'other-session': 'It was made for another session.',
  early: 'It claims to be made in the future: the clock of whoever made it is ahead.',
  expired: 'It has expired.',
}

export function refusedToken(reason: TokenRefusal): TokenVerdict {
  return { ok: false, reason, message: sentences[reason] }
}
