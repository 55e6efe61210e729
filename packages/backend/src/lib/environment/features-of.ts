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
const needSecret = ['moderation', 'backlog']

/**
 * What `OT_FEATURES` turns on, by the names of the README, with `OT_SECRET` for those that sign something; throws an Error of one
 * line that names the culprit.
 */
export function featuresOf(
  env: Environment,
  video: VideoApi,
): Pick<BackendOptions, 'features' | 'visitors'> {
  const wanted = listOf(env, 'OT_FEATURES')
  const known = Object.keys(features)
  const stranger = wanted.find((name) => !known.includes(name))
  if (stranger !== undefined) {
    throw new Error(`OT_FEATURES has no ${JSON.stringify(stranger)}. It knows ${known.join(', ')}.`)
  }
  const secret = secretOf(env)
  const secretive = wanted.find((name) => needSecret.includes(name))
  if (secretive !== undefined && secret === '') {
    throw new Error(`OT_FEATURES=${secretive} needs OT_SECRET: 32 random characters or more.`)
  }
  return {
    features: Object.entries(features)
      .filter(([name]) => wanted.includes(name))
      .map(([, make]) => make(video, secret)),
    ...(secret !== '' && { visitors: visitorIds(secret) }),
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
