import type { VideoApiOptions } from '@ot-room/video-api'
import type { BackendOptions } from '../backend-options.ts'
import { publicRooms } from './admission.ts'
import type { Admission, AdmissionOf } from './admission.ts'
import { listOf, textOf } from './variables.ts'
import type { Environment } from './variables.ts'

export type { Environment } from './variables.ts'

/** What the environment asks for, in the words of the packages that do it. */
export interface EnvironmentOptions {
  readonly video: VideoApiOptions
  readonly backend: Omit<BackendOptions, 'video' | 'public' | 'authorize'> & Admission
}

/**
 * Reads the variables that the README lists; throws an Error of one line that names the culprit. Rooms are public, which has
 * to be said; `signedInOrPublic` of `@ot-room/backend/access` knows of people who are signed in, too.
 */
export function readEnvironment(
  env: Environment,
  { admission = publicRooms }: { readonly admission?: AdmissionOf } = {},
): EnvironmentOptions {
  const admitted = admission(env)
  const apiUrl = textOf(env, 'OT_API_URL')
  const proxyUrl = textOf(env, 'OT_PROXY_URL')
  return {
    video: { ...credentials(env), ...(apiUrl && { apiUrl }) },
    backend: {
      ...admitted,
      session: { mediaMode: mediaMode(textOf(env, 'OT_MEDIA_MODE') || 'relayed') },
      origins: listOf(env, 'OT_ORIGINS'),
      ...(proxyUrl && { proxyUrl }),
    },
  }
}

function credentials(env: Environment): VideoApiOptions {
  const apiKey = textOf(env, 'OPENTOK_API_KEY')
  const apiSecret = textOf(env, 'OPENTOK_API_SECRET')
  const applicationId = textOf(env, 'VONAGE_APPLICATION_ID')
  const privateKey = textOf(env, 'VONAGE_PRIVATE_KEY')
  const project = Boolean(apiKey || apiSecret)
  if (project && (applicationId || privateKey)) {
    throw new Error('Set the OPENTOK_ or the VONAGE_ credentials, not both.')
  }
  if (apiKey && apiSecret) return { apiKey, apiSecret }
  if (applicationId && privateKey) return { applicationId, privateKey: pem(privateKey) }
  throw new Error(
    project
      ? `${apiKey ? 'OPENTOK_API_SECRET' : 'OPENTOK_API_KEY'} is missing.`
      : 'Set OPENTOK_API_KEY and OPENTOK_API_SECRET, or VONAGE_APPLICATION_ID and VONAGE_PRIVATE_KEY.',
  )
}

function pem(key: string): string {
  // Many places that hold an environment cannot hold a line break and keep "\\n" instead.
  if (key.includes('-----BEGIN')) return key.replaceAll('\\n', '\n')
  throw new Error('VONAGE_PRIVATE_KEY is not a PEM key.')
}

function mediaMode(value: string): 'relayed' | 'routed' {
  if (value === 'relayed' || value === 'routed') return value
  throw new Error(`OT_MEDIA_MODE must be relayed or routed, not ${JSON.stringify(value)}.`)
}
