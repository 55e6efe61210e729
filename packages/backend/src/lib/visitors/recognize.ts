import type { BackendSettings } from '../backend-options.ts'
import type { Visit } from '../visit/visit.ts'

/** What is known of somebody: the id of the site's rule, or the address they come from. */
export interface Known {
  readonly room: string
  readonly id: string | undefined
  readonly address: string | undefined
}

/** Makes what turns that into opaque ids; none where the backend has no `visitors`. */
export function recognizer({
  visitors,
  store: { scope },
}: Pick<BackendSettings, 'visitors' | 'store'>): (
  known: Known,
) => Promise<Pick<Visit, 'member' | 'banKey'>> {
  return async ({ room, id, address }) => {
    const place = { scope, room }
    const member = id === undefined ? undefined : await visitors?.member(place, id)
    if (member !== undefined || address === undefined) return { member, banKey: member }
    return { member, banKey: await visitors?.network(place, address) }
  }
}
