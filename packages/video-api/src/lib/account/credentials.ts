import { VideoError } from '../video-error.ts'
import type { GivenOptions } from '../options/option-checks.ts'
import type { Account } from './account.ts'
import { openTokProject, type ProjectCredentials } from './opentok-project.ts'
import { vonageApplication, type ApplicationCredentials } from './vonage-application.ts'

export type Credentials = ProjectCredentials | ApplicationCredentials

export const credentialNames = ['apiKey', 'apiSecret', 'applicationId', 'privateKey'] as const

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Tells the two kinds of credentials apart, or throws VideoError `invalid-credentials`. */
export function accountOf(given: GivenOptions): Account {
  const { apiKey, apiSecret, applicationId, privateKey } = given
  const project = apiKey !== undefined || apiSecret !== undefined
  const application = applicationId !== undefined || privateKey !== undefined
  if (project === application) {
    throw invalid('Give apiKey and apiSecret, or applicationId and privateKey: exactly one pair.')
  }
  return project
    ? openTokProject(projectCredentials(apiKey, apiSecret))
    : vonageApplication(applicationCredentials(applicationId, privateKey))
}

function projectCredentials(apiKey: unknown, apiSecret: unknown): ProjectCredentials {
  if (typeof apiKey === 'string' && uuid.test(apiKey)) {
    throw invalid(
      'apiKey holds the id of a Vonage application: pass it as applicationId, with its privateKey.',
    )
  }
  if (typeof apiKey !== 'string' || !/^\d{1,32}$/.test(apiKey)) {
    throw invalid('apiKey must be the number of an OpenTok project, as a string of digits.')
  }
  if (typeof apiSecret !== 'string' || apiSecret.trim() === '') {
    throw invalid('apiSecret must be the secret of the OpenTok project, a string.')
  }
  return { apiKey, apiSecret }
}

function applicationCredentials(
  applicationId: unknown,
  privateKey: unknown,
): ApplicationCredentials {
  if (typeof applicationId !== 'string' || !uuid.test(applicationId)) {
    throw invalid('applicationId must be the UUID of a Vonage application.')
  }
  if (typeof privateKey !== 'string') {
    throw invalid("privateKey must be the text of the application's key in PEM, a string.")
  }
  if (!privateKey.trimStart().startsWith('-----BEGIN PRIVATE KEY-----')) {
    throw invalid(
      'privateKey must be a PKCS#8 PEM that starts with "-----BEGIN PRIVATE KEY-----". ' +
        'Convert other keys with: openssl pkcs8 -topk8 -nocrypt -in other.key -out private.key',
    )
  }
  return { applicationId, privateKey: privateKey.trim() }
}

function invalid(message: string): VideoError {
  return new VideoError('invalid-credentials', message)
}
