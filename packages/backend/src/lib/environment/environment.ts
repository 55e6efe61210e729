import type { VideoApiOptions } from '@ot-room/video-api'
import type { BackendOptions } from '../backend-options.ts'

/** Environment variables: `process.env`, or the vars and secrets of a Worker. */
export type Environment = Readonly<Record<string, unknown>>

/** What the environment asks for, in the words of the packages that do it. */
export interface EnvironmentOptions {
  readonly video: VideoApiOptions
  readonly backend: Omit<Extract<BackendOptions, { public: true }>, 'video'>
}

/** Reads the variables that the README lists; throws an Error of one line that names the culprit. */
export function readEnvironment(env: Environment): EnvironmentOptions {
  if (env.OT_PUBLIC_ROOMS !== '1') {
    throw new Error(
      'OT_PUBLIC_ROOMS must be 1: this server lets everybody join. ' +
        'To decide who may, embed @ot-room/backend with an authorize rule.',
    )
  }
  const apiUrl = text(env, 'OT_API_URL')
  const proxyUrl = text(env, 'OT_PROXY_URL')
  return {
    video: { ...credentials(env), ...(apiUrl && { apiUrl }) },
    backend: {
      public: true,
      session: { mediaMode: mediaMode(text(env, 'OT_MEDIA_MODE') || 'relayed') },
      origins: text(env, 'OT_ORIGINS')
        .split(/[\s,]+/)
        .filter((origin) => origin !== ''),
      ...(proxyUrl && { proxyUrl }),
    },
  }
}

function credentials(env: Environment): VideoApiOptions {
  const apiKey = text(env, 'OPENTOK_API_KEY')
  const apiSecret = text(env, 'OPENTOK_API_SECRET')
  const applicationId = text(env, 'VONAGE_APPLICATION_ID')
  const privateKey = text(env, 'VONAGE_PRIVATE_KEY')
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

/** A Worker's environment has bindings beside texts. */
function text(env: Environment, name: string): string {
  const value = env[name]
  return typeof value === 'string' ? value.trim() : ''
}
