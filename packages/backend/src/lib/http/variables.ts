import type { Stopwatch } from '../telemetry/stopwatch.ts'
import type { Trace } from '../telemetry/trace.ts'
import type { BackendErrorCode } from '../problem/backend-error.ts'

/** What is known of a request while it is being answered. */
export interface Variables {
  trace: Trace
  stopwatch: Stopwatch
  /** The operation's id, once it is clear which one is meant. */
  operation?: string
  /** Why it was refused. */
  code?: BackendErrorCode
}
