import { keyringOf } from '../account/keyring.ts'
import { knownOptions } from '../options/option-checks.ts'
import { connect, connectionOptionNames } from '../platform/connect.ts'
import type { ConnectionOptions } from '../platform/connect.ts'
import { VideoError } from '../video-error.ts'
import { administrator } from './administrator.ts'
import type { AccountCredentials } from './administrator.ts'
import { projects } from './projects.ts'
import type { Projects } from './projects.ts'

/** The credentials of an OpenTok account, and how to reach the platform. */
export type AccountApiOptions = AccountCredentials & ConnectionOptions

/** What an OpenTok account administers. Vonage applications are administered in their dashboard. */
export interface AccountApi {
  readonly projects: Projects
}

/** Makes the door to an OpenTok account. Throws VideoError `invalid-credentials` or `invalid-option`. */
export function createAccountApi(options: AccountApiOptions): AccountApi {
  const names = ['accountKey', 'accountSecret', ...connectionOptionNames]
  const given = knownOptions(options, 'createAccountApi', names)
  const { accountKey, accountSecret } = given
  if (typeof accountKey !== 'string' || !/^\d{1,32}$/.test(accountKey)) {
    throw invalid('accountKey must be the number of an OpenTok account, as a string of digits.')
  }
  if (typeof accountSecret !== 'string' || accountSecret.trim() === '') {
    throw invalid('accountSecret must be the secret of the OpenTok account, a string.')
  }
  const keyring = keyringOf([administrator({ accountKey, accountSecret })])
  return Object.freeze({ projects: projects(connect(keyring, given).call) })
}

function invalid(message: string): VideoError {
  return new VideoError('invalid-credentials', message)
}
