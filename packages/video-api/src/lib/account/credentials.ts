import { VideoError } from '../video-error.ts'
import type { GivenOptions } from '../options/option-checks.ts'
import type { Account } from './account.ts'
import { isSecret } from '../options/secret-texts.ts'
import { keyringOf } from './keyring.ts'
import type { Keyring } from './keyring.ts'
import { openTokProject } from './opentok-project.ts'
import type { ProjectCredentials } from './opentok-project.ts'
import { vonageApplication } from './vonage-application.ts'
import type { ApplicationCredentials } from './vonage-application.ts'

export type Credentials = ProjectCredentials | ApplicationCredentials

export const credentialNames = ['apiKey', 'apiSecret', 'applicationId', 'privateKey'] as const

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Tells the two kinds of credentials apart, or throws VideoError `invalid-credentials`. */
export function keyringFor(given: GivenOptions): Keyring<Account> {
  const { apiKey, apiSecret, applicationId, privateKey } = given
  const project = apiKey !== undefined || apiSecret !== undefined
  const application = applicationId !== undefined || privateKey !== undefined
  if (project === application) {
    throw invalid('Give apiKey and apiSecret, or applicationId and privateKey: exactly one pair.')
  }
  return project ? projectKeyring(apiKey, apiSecret) : applicationKeyring(applicationId, privateKey)
}

function projectKeyring(apiKey: unknown, apiSecret: unknown): Keyring<Account> {
  if (typeof apiKey === 'string' && uuid.test(apiKey)) {
    throw invalid(
      'apiKey holds the id of a Vonage application: pass it as applicationId, with its privateKey.',
    )
  }
  if (typeof apiKey !== 'string' || !/^\d{1,32}$/.test(apiKey)) {
    throw invalid('apiKey must be the number of an OpenTok project, as a string of digits.')
  }
  const wanted = 'apiSecret must be the secret of the OpenTok project, a string.'
  const [first, ...others] = secretsIn(apiSecret, wanted)
  const account = (secret: string) => openTokProject(apiKey, secret)
  return keyringOf([account(first), ...others.map(account)])
}

function applicationKeyring(applicationId: unknown, privateKey: unknown): Keyring<Account> {
  if (typeof applicationId !== 'string' || !uuid.test(applicationId)) {
    throw invalid('applicationId must be the UUID of a Vonage application.')
  }
  const wanted = "privateKey must be the text of the application's key in PEM, a string."
  const [first, ...others] = secretsIn(privateKey, wanted)
  const account = (key: string) => vonageApplication(applicationId, pkcs8(key))
  return keyringOf([account(first), ...others.map(account)])
}

function pkcs8(privateKey: string): string {
  if (!privateKey.trimStart().startsWith('-----BEGIN PRIVATE KEY-----')) {
    throw invalid(
      'privateKey must be a PKCS#8 PEM that starts with "-----BEGIN PRIVATE KEY-----". ' +
        'Convert other keys with: openssl pkcs8 -topk8 -nocrypt -in other.key -out private.key',
    )
  }
  return privateKey.trim()
}

/** One secret, or a list of them while one replaces another. */
function secretsIn(given: unknown, wanted: string): readonly [string, ...string[]] {
  const [first, ...others]: readonly unknown[] = Array.isArray(given) ? given : [given]
  if (!isSecret(first) || !others.every(isSecret)) throw invalid(wanted)
  return [first, ...others]
}

function invalid(message: string): VideoError {
  return new VideoError('invalid-credentials', message)
}
