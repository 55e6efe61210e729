import { readFileSync } from 'node:fs'
import { signedInOrPublic } from '@ot-room/backend/access'
import { readEnvironment } from '@ot-room/backend/environment'
import type { EnvironmentOptions } from '@ot-room/backend/environment'

/** As in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What the environment asks for: a backend, and where it listens. */
export interface Configuration extends EnvironmentOptions {
  readonly host: string
  readonly port: number
}

/** Reads the variables that the README lists; throws an Error of one line that names the culprit. */
export function configuration(env: Environment): Configuration {
  return {
    ...readEnvironment(
      { ...env, VONAGE_PRIVATE_KEY: key(env.VONAGE_PRIVATE_KEY) },
      { admission: signedInOrPublic },
    ),
    host: env.HOST || '127.0.0.1',
    port: port(env.PORT),
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
