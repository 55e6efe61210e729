import type { Courier } from '../callbacks/courier.ts'
import type { Platform } from '../platform/platform.ts'
import { plant } from '../seed/plant.ts'
import type { Seed } from '../seed/seed.ts'
import { caption } from './caption.ts'
import type { Controls } from './controls.ts'
import { failArchive } from './fail-archive.ts'
import { impair } from './impair.ts'
import { inspect } from './inspect.ts'
import { addParticipant, removeParticipant } from './participant.ts'
import type { MessageLog } from './message-log.ts'

/** What the controls reach for. */
export interface Controlled {
  readonly platform: Platform
  readonly messages: MessageLog
  readonly courier: Pick<Courier, 'list' | 'reset'>
  /** The sockets of the clients. */
  readonly gateway: { readonly drop: () => void; readonly end: () => void }
  /** What is there after a reset. */
  readonly seed: Seed
  /** The API key that owns what a seed gives no owner. */
  readonly defaultKey: string
}

export function createControls(controlled: Controlled): Controls {
  const { platform, messages, courier, gateway, defaultKey } = controlled
  return {
    reset: async () => {
      gateway.end()
      platform.reset()
      messages.reset()
      courier.reset()
      plant(platform, controlled.seed, defaultKey)
    },
    dropSockets: () => gateway.drop(),
    seed: (seed) => plant(platform, seed, defaultKey),
    addParticipant: (sessionId, options = {}) => addParticipant(platform, sessionId, options),
    removeParticipant: (sessionId, id) => removeParticipant(platform, sessionId, id),
    caption: (sessionId, spoken) => caption(platform, sessionId, spoken),
    failArchive: (archiveId) => failArchive(platform, archiveId),
    impair: (connectionId, network) => impair(platform, connectionId, network),
    crashMedia: () => platform.crashMedia(),
    sessions: () => platform.list().map(inspect),
    messages: messages.of,
    callbacks: courier.list,
  }
}
