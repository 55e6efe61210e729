import type { Role } from '@ot-room/video-api'
import type { BackendErrorCode } from './problem/backend-error.ts'

/** What happened, without names, tokens or addresses of visitors. */
export type LogEntry =
  | { readonly event: 'joined'; readonly room: string; readonly role: Role }
  | {
      readonly event: 'refused'
      readonly code: BackendErrorCode
      readonly status: number
      /** What went wrong underneath: an error of the rule, the store or the platform. */
      readonly cause?: unknown
    }

export type Log = (entry: LogEntry) => void

/** A log whose own failure disturbs nobody's join. */
export function quietLog(log: Log | undefined): Log {
  return (entry) => {
    try {
      log?.(entry)
    } catch {
      // There is nowhere left to report to.
    }
  }
}
