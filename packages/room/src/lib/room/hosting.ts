import { pause } from '../async/pause.ts'
import { untilItWorks } from '../async/until-it-works.ts'
import type { Site } from '../backend/ask-backend.ts'
import { admitGuest, denyGuest, requestGuests } from '../backend/guests.ts'
import type { ReceivedSignal } from '../platform/signal.ts'
import type { Guest } from '../state/room-state.ts'

/** Those who wait may go away without a word, so while there are any they are counted again; milliseconds. */
const pace = 10_000

/** What a host does about those who wait. */
export interface Hosting {
  admit(guest: string | undefined): Promise<void>
  deny(guest: string): Promise<void>
  /** The backend tells of a knock by a signal. */
  heard(signal: ReceivedSignal): void
}

/** Follows who waits until the site's signal aborts. */
export function createHosting(site: Site, changed: (guests: readonly Guest[]) => void): Hosting {
  const { signal } = site
  let following = new AbortController()

  async function follow(): Promise<void> {
    following.abort()
    following = new AbortController()
    const current = AbortSignal.any([following.signal, signal])
    for (let waiting = true; waiting;) {
      const guests = await untilItWorks(() => requestGuests({ ...site, signal: current }), current)
      changed(guests)
      waiting = guests.length > 0
      if (waiting) await pause(pace, current)
    }
  }

  function look(): void {
    // Whoever stops looking, or may not look, has nothing to say; the next knock looks again.
    follow().catch(() => undefined)
  }

  look()
  return {
    async admit(guest) {
      await admitGuest(site, guest)
      look()
    },
    async deny(guest) {
      await denyGuest(site, guest)
      look()
    },
    heard({ type, from }) {
      if (type === 'ot-room:waiting' && from === undefined) look()
    },
  }
}
