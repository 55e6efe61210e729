import type { Broadcast, OnAir } from './broadcast.ts'
import { broadcastLimits } from './limits.ts'

/** What time alone will do to a broadcast next. */
export interface Deadline {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly broadcast: Broadcast
}

/** The next deadline of a broadcast; `undefined` when time will not change it any more. */
export function deadlineOf(broadcast: Broadcast): Deadline | undefined {
  const { state } = broadcast
  if (broadcast.isFilmed && state.type !== 'stopped') return endOf(broadcast, state)
  switch (state.type) {
    case 'connecting': {
      const since = state.since + broadcastLimits.connecting
      return earlier(become(broadcast, { ...state, type: 'ready', since }), endOf(broadcast, state))
    }
    case 'ready': {
      const since = state.since + broadcastLimits.buffering
      return earlier(become(broadcast, { ...state, type: 'live', since }), endOf(broadcast, state))
    }
    case 'live':
    case 'error':
      return endOf(broadcast, state)
    case 'stopped':
      return undefined
    default:
      return state satisfies never
  }
}

function endOf(broadcast: Broadcast, { emptySince }: OnAir): Deadline {
  const { createdAt, maxDuration } = broadcast
  const deserted = emptySince + broadcastLimits.withoutConnections
  const since = Math.min(createdAt + maxDuration * 1000, deserted)
  return become(broadcast, { type: 'stopped', since })
}

function become(broadcast: Broadcast, state: Broadcast['state']): Deadline {
  return { at: state.since, broadcast: { ...broadcast, state } }
}

function earlier(a: Deadline, b: Deadline): Deadline {
  return b.at < a.at ? b : a
}
