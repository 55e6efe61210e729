import type { SessionOptions } from '@ot-room/video-api'
import type { Feature } from './feature.ts'

/** Refuses, with a TypeError, features that cannot work together or in the rooms there are. */
export function refuseConflicts(
  features: readonly Feature[],
  options: {
    readonly session: SessionOptions
    readonly policed: boolean
    readonly cached: boolean
  },
): void {
  const names = features.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new TypeError(`The feature ${twice} is there twice.`)
  const retiring = features.find(({ retiresSessions }) => retiresSessions)
  if (retiring && options.cached) {
    throw new TypeError(`${retiring.name} ends sessions, which a cache would still hand out.`)
  }
  const needing = features.find(({ needsRouted }) => needsRouted)
  if (needing && !options.policed && options.session.mediaMode !== 'routed') {
    throw new TypeError(
      `${needing.name} needs routed sessions: set session: { mediaMode: 'routed' }.`,
    )
  }
}
