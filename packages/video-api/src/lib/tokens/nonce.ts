/** 122 random bits as decimal digits, the alphabet every verifier of OpenTok tokens has seen. */
export function randomNonce(): string {
  // Runtimes draw the bits of UUIDs in advance; asking for bare ones costs as much as signing.
  return BigInt(`0x${crypto.randomUUID().replaceAll('-', '')}`).toString()
}
