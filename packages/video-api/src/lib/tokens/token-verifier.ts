import { boundedText, invalidOption, knownOptions } from '../options/option-checks.ts'
import { secretTexts } from '../options/secret-texts.ts'
import { applicationTokens } from './application-tokens.ts'
import { judgeClaims } from './judge-claims.ts'
import { projectTokens } from './project-tokens.ts'
import type { TokenReader } from './token-reader.ts'
import { refusedToken } from './token-verdict.ts'
import type { TokenVerdict } from './token-verdict.ts'

/** Whose tokens they are; of several secrets or keys any one may have signed. */
export type TokenVerifierOptions = (
  | { readonly apiKey: string; readonly apiSecret: string | readonly string[] }
  | {
      readonly applicationId: string
      /** The SPKI PEM of the application. */
      readonly publicKey: string | readonly string[]
    }
) & {
  /** The clock, in milliseconds since 1970; default `Date.now`. */
  readonly now?: () => number
}

export interface VerifyTokenOptions {
  /** The one session that the token has to be for; default any of the account. */
  readonly sessionId?: string
}

/** Looks at client tokens as the platform does when somebody connects, without asking it. */
export interface TokenVerifier {
  /** Resolves with what the token says, or why it admits nobody. Never rejects for what the token is. */
  verify(token: string, options?: VerifyTokenOptions): Promise<TokenVerdict>
}

/** Makes a verifier. Throws VideoError `invalid-option` for options that cannot be right. */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const names = ['apiKey', 'apiSecret', 'applicationId', 'publicKey', 'now']
  const given = knownOptions(options, 'createTokenVerifier', names)
  const { now = Date.now } = options
  const reader = readerFor(given)
  return Object.freeze({
    async verify(token, wanted) {
      const { sessionId } = knownOptions(wanted, 'verify', ['sessionId'])
      const claims = typeof token === 'string' ? await reader.read(token) : ('malformed' as const)
      if (typeof claims === 'string') return refusedToken(claims)
      return judgeClaims(claims, {
        account: reader.account,
        sessionId:
          sessionId === undefined
            ? undefined
            : boundedText('sessionId', sessionId, { min: 1, max: 255 }),
        now: Math.floor(now() / 1000),
      })
    },
  } satisfies TokenVerifier)
}

function readerFor(given: Readonly<Record<string, unknown>>): TokenReader {
  const { apiKey, apiSecret, applicationId, publicKey } = given
  if (typeof apiKey === 'string' && applicationId === undefined && publicKey === undefined) {
    return projectTokens(apiKey, secretTexts('apiSecret', apiSecret))
  }
  if (typeof applicationId === 'string' && apiKey === undefined && apiSecret === undefined) {
    return applicationTokens(applicationId, secretTexts('publicKey', publicKey))
  }
  throw invalidOption(
    'Give apiKey and apiSecret, or applicationId and publicKey, all of them texts.',
  )
}
