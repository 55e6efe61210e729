/** 128 random bits as decimal digits, the alphabet every verifier of OpenTok tokens has seen. */
export function randomNonce(): string {
  return crypto.getRandomValues(new BigUint64Array(2)).join('')
}
