import { answered } from '../answers/answered.ts'
import { compositionCalls } from '../composition/composition-calls.ts'
import type { CompositionCalls } from '../composition/composition-calls.ts'
import { readOptions } from '../options/call-options.ts'
import { text } from '../options/checks.ts'
import type { CallProject } from '../platform/project-caller.ts'
import { broadcast } from './broadcast.ts'
import type { Broadcast } from './broadcast.ts'
import { broadcastChecks, refuseContradictions } from './broadcast-options.ts'
import type { StartBroadcastOptions } from './broadcast-options.ts'

/** Routed sessions sent live to those outside of them, over HLS and RTMP. */
export interface Broadcasts extends CompositionCalls<Broadcast> {
  /** Rejects with status 409 while another broadcast of the session without a tag runs. */
  start(sessionId: string, options: StartBroadcastOptions): Promise<Broadcast>
}

export function broadcasts(call: CallProject): Broadcasts {
  const started = answered('a broadcast', broadcast)
  return Object.freeze({
    ...compositionCalls(call, { noun: 'broadcast', readers: broadcast }),

    async start(sessionId, options) {
      const { signal, wanted } = readOptions(options, 'broadcasts.start', broadcastChecks)
      refuseContradictions(wanted)
      const json = { sessionId: text(1, 255)('sessionId', sessionId), ...wanted }
      const secrets = (wanted.outputs.rtmp ?? []).map(({ streamName }) => streamName)
      return started(await call({ method: 'POST', path: '/broadcast', json, signal, secrets }))
    },
  } satisfies Broadcasts)
}
