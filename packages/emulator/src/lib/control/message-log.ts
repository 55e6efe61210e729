import type { JsonObject } from '../wire/json.ts'

/** One message that a session has handled. Tokens are not in it. */
export interface LoggedMessage {
  /** Milliseconds since the epoch. */
  readonly at: number
  /** A connection id; empty for what the REST API asked. */
  readonly from: string
  /** What was said, as the session understands it: `publish`, `signal`, `mute-session`. */
  readonly message: { readonly type: string }
  /** How it was answered, in the manner of HTTP. */
  readonly status: number
  /** Why it was refused; absent when it was not. */
  readonly reason?: JsonObject[string]
}

/** Remembers the latest messages of each session. */
export interface MessageLog {
  add(sessionId: string, entry: LoggedMessage): void
  /** Oldest first. */
  of(sessionId: string): readonly LoggedMessage[]
  reset(): void
}

const mostKept = 500

export function createMessageLog(): MessageLog {
  const logs = new Map<string, LoggedMessage[]>()
  return {
    add: (sessionId, entry) => {
      const log = logs.get(sessionId) ?? []
      logs.set(sessionId, log)
      log.push(entry)
      // Shortened now and then, because doing it for every message would cost more than handling it.
      if (log.length >= 2 * mostKept) log.splice(0, mostKept)
    },
    of: (sessionId) => (logs.get(sessionId) ?? []).slice(-mostKept),
    reset: () => logs.clear(),
  }
}
