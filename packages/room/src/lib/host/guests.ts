import { anySignal } from '../async/any-signal.ts'
import { pause } from '../async/pause.ts'
import { untilItWorks } from '../async/until-it-works.ts'
import type { Site } from '../backend/ask-backend.ts'
import { requestGuests } from '../backend/guests.ts'
import type { Guest } from '../state/room-state.ts'

/** Those who wait may go away without a word, so while there are any they are counted again; milliseconds. */
const pace = 10_000

/** Finds out who waits, until the site's signal aborts; what it returns looks again, now. */
export function followGuests(site: Site, changed: (guests: readonly Guest[]) => void): () => void {
  const { signal } = site
  let following = new AbortController()

  async function follow(): Promise<void> {
    following.abort()
    following = new AbortController()
    const current = anySignal([following.signal, signal])
    for (let waiting = true; waiting;) {
      const guests = await untilItWorks(() => requestGuests({ ...site, signal: current }), current)
      changed(guests)
      waiting = guests.length > 0
      if (waiting) await pause(pace, current)
    }
  }

  return () => {
    // Whoever stops looking, or may not look, has nothing to say; the next knock looks again.
    follow().catch(() => undefined)
  }
}
