import type { RoomSession } from '../rooms/room-session.ts'

/** A platform that takes a moment per session, never repeats one, and counts them. */
export function countingPlatform(): {
  readonly create: () => Promise<RoomSession>
  readonly created: () => number
} {
  let created = 0
  return {
    async create() {
      const sessionId = `1_${++created}`
      await new Promise((resolve) => setTimeout(resolve, 10))
      return { sessionId, mediaMode: 'relayed' }
    },
    created: () => created,
  }
}
