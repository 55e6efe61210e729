import { readFileSync } from 'node:fs'
import type { BackendOptions, VideoApiOptions } from '@ot-room/backend'

/** Environment variables, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What the environment asks for, in the words of the packages that do it. */
export interface Configuration {
  readonly video: VideoApiOptions
  readonly backend: Omit<Extract<BackendOptions, { public: true }>, 'video'>
  readonly host: string
  readonly port: number
}

/** Reads the variables that the README lists; throws an Error of one line that names the culprit. */
export function configuration(env: Environment): Configuration {
  if (env.OT_PUBLIC_ROOMS !== '1') {
    throw new Error(
      'OT_PUBLIC_ROOMS must be 1: this server lets everybody join. ' +
        'To decide who may, embed @ot-room/backend with an authorize rule.',
    )
  }
  const { OT_API_URL: apiUrl, OT_PROXY_URL: proxyUrl, OT_ORIGINS: origins = '' } = env
  return {
    video: { ...credentials(env), ...(apiUrl && { apiUrl }) },
    backend: {
      public: true,
      session: { mediaMode: mediaMode(env.OT_MEDIA_MODE) },
      origins: origins.split(/[\s,]+/).filter((origin) => origin !== ''),
      ...(proxyUrl && { proxyUrl }),
    },
    host: env.HOST || '127.0.0.1',
    port: port(env.PORT),
  }
}

function credentials(env: Environment): VideoApiOptions {
  const { OPENTOK_API_KEY: apiKey, OPENTOK_API_SECRET: apiSecret } = env
  const { VONAGE_APPLICATION_ID: applicationId, VONAGE_PRIVATE_KEY: privateKey } = env
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

function pem(keyOrPath: string): string {
  // Many places that hold an environment cannot hold a line break and keep "\n" instead.
  if (keyOrPath.includes('-----BEGIN')) return keyOrPath.replaceAll('\\n', '\n')
  try {
    return readFileSync(keyOrPath, 'utf8')
  } catch (cause) {
    throw new Error('VONAGE_PRIVATE_KEY is neither a PEM key nor a file that can be read.', {
      cause,
    })
  }
}

function mediaMode(value = 'relayed'): 'relayed' | 'routed' {
  if (value === 'relayed' || value === 'routed') return value
  throw new Error(`OT_MEDIA_MODE must be relayed or routed, not ${JSON.stringify(value)}.`)
}

function port(value = '8787'): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value)
  throw new Error(`PORT must be a number from 0 to 65535, not ${JSON.stringify(value)}.`)
}
