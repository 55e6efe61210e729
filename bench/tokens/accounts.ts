import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'

export const sessionId =
  '1_MX4xMDAwMDAwMH5-MTcyNjQ2MjU4ODY0N35hYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h-UH5-'

/** A made-up account of each kind. */
export async function benchAccounts(): Promise<{
  readonly project: { readonly apiKey: string; readonly apiSecret: string }
  readonly application: { readonly applicationId: string; readonly privateKey: string }
}> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return {
    project: { apiKey: '10000000', apiSecret: 'deadbeef'.repeat(5) },
    application: { applicationId: '00000000-0000-4000-8000-000000000000', privateKey },
  }
}
