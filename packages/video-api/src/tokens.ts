export { createTokenVerifier } from './lib/tokens/token-verifier.ts'
export type {
  TokenVerifier,
  TokenVerifierOptions,
  VerifyTokenOptions,
} from './lib/tokens/token-verifier.ts'
export type { TokenFacts, TokenRefusal, TokenVerdict } from './lib/tokens/token-verdict.ts'
