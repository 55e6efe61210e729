import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import { requestSecrets } from './every-call.ts'
import { application, project } from './example-account.ts'

const keyBody = application.privateKey.split('\n')[3] ?? assert.fail('the key has no body')
const secrets = [
  project.apiSecret,
  keyBody,
  'canary-project-secret',
  ...Object.values(requestSecrets),
]

/** The secrets in the clear and in the encodings they could slip out in. */
const canaries = secrets.flatMap((secret) => [
  secret,
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
  Buffer.from(secret).toString('base64').replaceAll('=', ''),
  Buffer.from(secret).toString('base64url'),
  Buffer.from(secret).toString('hex'),
])

/** Asserts that no way of printing a value shows a secret or something that looks like a token. */
export function assertSilent(value: unknown): void {
  const everything = [
    inspect(value, { depth: Infinity, showHidden: true, maxStringLength: Infinity }),
    JSON.stringify(value) ?? '',
    value instanceof Error
      ? `${value.stack} ${value.message} ${inspect(value.cause)}`
      : String(value),
  ].join('\n')
  for (const canary of canaries) assert.ok(!everything.includes(canary), `it shows ${canary}`)
  assert.doesNotMatch(everything, /eyJ[\w-]+\.[\w-]+|T1==\w/)
}
