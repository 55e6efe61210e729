import type { Capacity } from '../composition/selection.ts'

const second = 1000
const minute = 60 * second

/** How long a broadcast takes for what, in milliseconds (source: the platform's guide to live streaming). */
export const broadcastLimits = {
  /** Until the servers that send it are there. */
  connecting: 5 * second,
  /** From then until it can be watched; players are told to wait 15 to 20 seconds in all. */
  buffering: 10 * second,
  /** Without anybody in the session. */
  withoutConnections: minute,
} as const

/** In seconds. */
export const broadcastDurations = { least: 60, usual: 14_400, most: 36_000 } as const

/** How many streams a broadcast takes. */
export const broadcastCapacity: Capacity = { video: 16, audio: 50 }
