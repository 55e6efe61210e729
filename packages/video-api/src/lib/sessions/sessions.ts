import { readOptions } from '../options/call-options.ts'
import type { CallOptions } from '../options/call-options.ts'
import { pathPart } from '../platform/path.ts'
import type { CallProject } from '../platform/project-caller.ts'

/** Sessions that exist. */
export interface Sessions {
  /**
   * Moves a long session to another server (server rotation); its clients reconnect by themselves. Rejects with status
   * 409 and `platformCode` 15214 while it is being moved, 15215 too soon after.
   */
  migrate(sessionId: string, options?: CallOptions): Promise<void>
}

export function sessions(call: CallProject): Sessions {
  return Object.freeze({
    async migrate(sessionId, options) {
      const { signal } = readOptions(options, 'sessions.migrate', {})
      const path = `/session/${pathPart('sessionId', sessionId)}/migrate`
      await call({ method: 'POST', path, json: {}, signal })
    },
  } satisfies Sessions)
}
