import type { VideoApiOptions } from '@ot-room/video-api'
import type { BackendOptions } from '../backend-options.ts'
import { originList } from '../http/origins.ts'
import { publicRooms } from './admission.ts'
import type { Admission, AdmissionReader } from './admission.ts'
import { privateKeyOf } from './private-key.ts'
import { listOf, refuseUnheard, textOf } from './variables.ts'
import type { Environment } from './variables.ts'

export type { Environment } from './variables.ts'

/** What the environment asks for, in the words of the packages that do it. */
export interface EnvironmentOptions {
  readonly video: VideoApiOptions
  readonly backend: Omit<BackendOptions, 'video' | 'public' | 'authorize'> & Admission
}

export interface ReadOptions {
  /** Default `publicRooms`: everybody, which has to be said. `signedInOrPublic` knows of people who are signed in, too. */
  readonly admission?: AdmissionReader
  /** What the server hears beside, such as `featureVariables`; anything else that begins like ours stops the start. */
  readonly heard?: readonly string[]
}

const accountVariables = [
  'OPENTOK_API_KEY',
  'OPENTOK_API_SECRET',
  'VONAGE_APPLICATION_ID',
  'VONAGE_PRIVATE_KEY',
]

/** Reads the variables that the README lists; throws an Error of one line that names the culprit. */
export function readEnvironment(
  env: Environment,
  { admission = publicRooms, heard = [] }: ReadOptions = {},
): EnvironmentOptions {
  refuseUnheard(env, [
    ...accountVariables,
    ...admission.variables,
    'OT_ORIGINS',
    'OT_MEDIA_MODE',
    'OT_API_URL',
    'OT_PROXY_URL',
    ...heard,
  ])
  const admitted = admission.read(env)
  const apiUrl = urlOf(env, 'OT_API_URL')
  const proxyUrl = urlOf(env, 'OT_PROXY_URL')
  return {
    video: { ...credentials(env), ...(apiUrl && { apiUrl }) },
    backend: {
      ...admitted,
      session: { mediaMode: mediaMode(textOf(env, 'OT_MEDIA_MODE') || 'relayed') },
      origins: origins(env),
      ...(proxyUrl && { proxyUrl }),
    },
  }
}

function origins(env: Environment): readonly string[] {
  try {
    return [...originList(listOf(env, 'OT_ORIGINS'))]
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : ''
    throw new Error(`OT_ORIGINS: ${reason}`, { cause })
  }
}

function urlOf(env: Environment, name: string): string {
  const url = textOf(env, name)
  if (url === '' || (URL.canParse(url) && /^https?:/.test(url))) return url
  throw new Error(`${name} must be an address that begins with https:// or http://.`)
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
  if (applicationId && privateKey) return { applicationId, privateKey: privateKeyOf(privateKey) }
  throw new Error(
    project
      ? `${apiKey ? 'OPENTOK_API_SECRET' : 'OPENTOK_API_KEY'} is missing.`
      : 'Set OPENTOK_API_KEY and OPENTOK_API_SECRET, or VONAGE_APPLICATION_ID and VONAGE_PRIVATE_KEY.',
  )
}

function mediaMode(value: string): 'relayed' | 'routed' {
  if (value === 'relayed' || value === 'routed') return value
  throw new Error(`OT_MEDIA_MODE must be relayed or routed, not ${JSON.stringify(value)}.`)
}
