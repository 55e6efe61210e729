import type { Role } from '@ot-room/video-api'
import type { BackendErrorCode } from '../problem/backend-error.ts'

/** What happened, without names, tokens or addresses of visitors. */
export type LogEntry = LogEvent & {
  /** The trace the request belongs to, see W3C Trace Context; zeros where it is of no one request. */
  readonly traceId: string
}

type LogEvent =
  | { readonly event: 'joined'; readonly room: string; readonly role: Role }
  /** A host has done something. */
  | { readonly event: 'acted'; readonly action: string; readonly room: string }
  /** Those in a room were not told of something that has been done all the same. */
  | { readonly event: 'signal-failed'; readonly type: string; readonly cause: unknown }
  | {
      readonly event: 'refused'
      readonly code: BackendErrorCode
      readonly status: number
      /** What went wrong underneath: an error of the rule, the store or the platform. */
      readonly cause?: unknown
    }

export type Log = (entry: LogEntry) => void

/** One request and how it went, for counters and histograms. */
export interface Measurement {
  readonly method: string
  /** The operation's id, `livez`, `readyz`, or `none` for an address that leads nowhere. */
  readonly operation: string
  readonly status: number
  readonly code?: BackendErrorCode
  /** Milliseconds. */
  readonly ms: number
  /** Milliseconds by part: `rule`, `room`, `sign`, … */
  readonly parts: Readonly<Record<string, number>>
}

export type Measure = (measurement: Measurement) => void

/** A listener whose own failure disturbs nobody's join. */
export function quiet<Heard>(
  listener: ((heard: Heard) => void) | undefined,
): (heard: Heard) => void {
  return (heard) => {
    try {
      listener?.(heard)
    } catch {
      // There is nowhere left to report to.
    }
  }
}
