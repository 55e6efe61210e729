import type { VideoApi } from '@ot-room/video-api'
import type { BackendOptions } from '../backend-options.ts'
import { backlog } from '../features/backlog/backlog.ts'
import { broadcasting } from '../features/broadcasting/broadcasting.ts'
import { captions } from '../features/captions/captions.ts'
import type { FeatureFor } from '../features/feature.ts'
import { rateLimits } from '../features/limits/rate-limits.ts'
import { meetings } from '../features/moderation/meetings.ts'
import { moderation } from '../features/moderation/moderation.ts'
import { recording } from '../features/recording/recording.ts'
import { reference } from '../features/reference/reference.ts'
import { waitingRoom } from '../features/waiting/waiting-room.ts'
import { secretList } from '../secrets/derived-key.ts'
import { visitorIds } from '../visitors/visitor-ids.ts'
import { listOf, textOf } from './variables.ts'
import type { Environment } from './variables.ts'

/** What can be turned on by name, in the order in which it is asked. */
const features: Readonly<Record<string, (video: VideoApi, secret: string) => FeatureFor>> = {
  'rate-limits': () => rateLimits(),
  moderation,
  'waiting-room': waitingRoom,
  meetings,
  recording,
  broadcasting,
  captions,
  backlog: (_video, secret) => backlog({ secret }),
  reference: () => reference(),
}

/** These sign something, or have to know people again. */
const needSecret = ['moderation', 'waiting-room', 'backlog']

/** What only a host can use. */
const needHost = ['moderation', 'waiting-room', 'meetings', 'recording', 'broadcasting', 'captions']

/** The platform has these in routed sessions only. */
const needRouted = ['recording', 'broadcasting', 'captions']

/** The variables that `featuresOf` hears. */
export const featureVariables = ['OT_FEATURES', 'OT_SECRET', 'OT_RATE_LIMITS']

/**
 * What `OT_FEATURES` turns on, by the names of the README, with `OT_SECRET` for those that sign something. Public
 * rooms have rate limits unless `OT_RATE_LIMITS` is `off`. Throws an Error of one line that names the culprit.
 */
export function featuresOf(
  env: Environment,
  video: VideoApi,
): Pick<BackendOptions, 'features' | 'visitors'> {
  const wanted = wantedIn(env)
  const secret = secretOf(env)
  refuseMissing(env, { wanted, secret })
  return {
    features: Object.entries(features)
      .filter(([name]) => wanted.includes(name))
      .map(([, make]) => make(video, secret)),
    ...(secret !== '' && { visitors: visitorIds(secret) }),
  }
}

function wantedIn(env: Environment): readonly string[] {
  const named = listOf(env, 'OT_FEATURES')
  const known = Object.keys(features)
  const stranger = named.find((name) => !known.includes(name))
  if (stranger !== undefined) {
    throw new Error(`OT_FEATURES has no ${JSON.stringify(stranger)}. It knows ${known.join(', ')}.`)
  }
  const limits = textOf(env, 'OT_RATE_LIMITS')
  if (limits !== '' && limits !== 'off') {
    throw new Error(`OT_RATE_LIMITS can be off, and not ${JSON.stringify(limits)}.`)
  }
  if (limits === 'off' && named.includes('rate-limits')) {
    throw new Error('OT_RATE_LIMITS=off contradicts OT_FEATURES=rate-limits.')
  }
  const isOpen = textOf(env, 'OT_PUBLIC_ROOMS') === '1' && limits !== 'off'
  return isOpen ? ['rate-limits', ...named] : named
}

function refuseMissing(
  env: Environment,
  { wanted, secret }: { readonly wanted: readonly string[]; readonly secret: string },
): void {
  const first = (names: readonly string[]) => wanted.find((name) => names.includes(name))
  const secretive = first(needSecret)
  if (secretive !== undefined && secret === '') {
    throw new Error(`OT_FEATURES=${secretive} needs OT_SECRET: 32 random characters or more.`)
  }
  const hosted = first(needHost)
  const isSet = (name: string) => textOf(env, name) !== ''
  const hostless =
    (isSet('OT_PUBLIC_ROOMS') && !isSet('OT_HOST_KEY')) ||
    (isSet('OT_SIGN_IN_KEYS') && !isSet('OT_HOSTS'))
  if (hosted !== undefined && hostless) {
    const way = isSet('OT_PUBLIC_ROOMS') ? 'OT_HOST_KEY' : 'OT_HOSTS'
    throw new Error(`OT_FEATURES=${hosted} needs a host, and nobody is one: set ${way}.`)
  }
  const routed = first(needRouted)
  if (routed !== undefined && textOf(env, 'OT_MEDIA_MODE') !== 'routed') {
    throw new Error(`OT_FEATURES=${routed} needs OT_MEDIA_MODE=routed.`)
  }
}

function secretOf(env: Environment): string {
  const secret = textOf(env, 'OT_SECRET')
  try {
    return secret === '' ? '' : secretList(secret)[0]
  } catch (cause) {
    throw new Error('OT_SECRET has at least 32 characters, made at random.', { cause })
  }
}
