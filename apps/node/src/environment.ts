import { readFileSync } from 'node:fs'
import { directAddress, forwardedAddress } from '@ot-room/backend'
import type { AddressOf } from '@ot-room/backend'
import { signedInOrPublic } from '@ot-room/backend/access'
import { featureVariables, readEnvironment } from '@ot-room/backend/environment'
import type { EnvironmentOptions } from '@ot-room/backend/environment'

/** As in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What the environment asks for: a backend, and where it listens. */
export interface Configuration extends EnvironmentOptions {
  readonly host: string
  readonly port: number
  readonly address: AddressOf
  readonly logs: 'failures' | 'all'
  /** Who may enter, as the program says when it starts. */
  readonly admits: string
}

/** Reads the variables that the README lists; throws an Error of one line that names the culprit. `warn` hears sentences. */
export function configuration(
  env: Environment,
  warn: (sentence: string) => void = console.warn,
): Configuration {
  return {
    ...readEnvironment(
      { ...env, VONAGE_PRIVATE_KEY: key(env.VONAGE_PRIVATE_KEY) },
      {
        admission: signedInOrPublic,
        heard: [...featureVariables, 'OT_STORE', 'OT_LOG', 'OT_PROXIES'],
      },
    ),
    host: env.HOST || '127.0.0.1',
    port: port(env.PORT),
    address: address(env.OT_PROXIES, warn),
    logs: logs(env.OT_LOG),
    admits: env.OT_SIGN_IN_ISSUER
      ? `rooms are for people who are signed in at ${env.OT_SIGN_IN_ISSUER}`
      : 'rooms are public',
  }
}

/** A private key, which may be given as the path of its file. */
function key(keyOrPath = ''): string {
  if (keyOrPath === '' || keyOrPath.includes('-----BEGIN')) return keyOrPath
  try {
    return readFileSync(keyOrPath, 'utf8')
  } catch (cause) {
    throw new Error('VONAGE_PRIVATE_KEY is neither a PEM key nor a file that can be read.', {
      cause,
    })
  }
}

function port(value = '8787'): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value)
  throw new Error(`PORT must be a number from 0 to 65535, not ${JSON.stringify(value)}.`)
}

function address(proxies = '', warn: (sentence: string) => void): AddressOf {
  const named = proxies.split(/[\s,]+/).filter((item) => item !== '')
  if (named.length === 0) return directAddress(once(() => warn(unconfiguredProxy)))
  try {
    const [first = '', ...others] = named
    const isCount = /^\d+$/.test(first) && others.length === 0
    return forwardedAddress({ proxies: isCount ? Number(first) : named })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : ''
    throw new Error(`OT_PROXIES: ${reason}`, { cause })
  }
}

const unconfiguredProxy =
  'Requests come with forwarding headers, but OT_PROXIES is not set: visitors behind a proxy cannot be told apart, ' +
  'so their addresses neither limit nor ban. Set OT_PROXIES to the number of your proxies, or to their addresses.'

function once(tell: () => void): () => void {
  let told = false
  return () => {
    if (!told) tell()
    told = true
  }
}

function logs(value = 'failures'): Configuration['logs'] {
  if (value === '' || value === 'failures') return 'failures'
  if (value === 'all') return value
  throw new Error(`OT_LOG must be failures or all, not ${JSON.stringify(value)}.`)
}
