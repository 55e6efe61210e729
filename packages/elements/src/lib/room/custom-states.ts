import type { RoomState } from '@ot-room/room'

/** Marks an element with one `:state()` at a time. */
export interface StateMarker {
  show(phase: RoomState['phase'] | 'broken'): void
}

/** Shows the phase as a custom state, which a page can style and nobody can set from outside. */
export function createStateMarker(internals: ElementInternals): StateMarker {
  let shown: string | undefined
  return {
    show(phase) {
      try {
        if (shown) internals.states.delete(shown)
        internals.states.add(phase)
        shown = phase
      } catch {
        // Browsers before 2024 want another syntax; they go without.
      }
    },
  }
}
