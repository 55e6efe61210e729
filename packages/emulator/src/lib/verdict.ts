/** What checking something that came from outside came to. */
export type Verdict<T> = Accepted<T> | Refused

export interface Accepted<T> {
  readonly ok: true
  readonly value: T
}

export interface Refused {
  readonly ok: false
  /** The platform's own words where they are known. */
  readonly message: string
  /** What to look at, where the message does not say it. */
  readonly description?: string
}

export function accepted<T>(value: T): Accepted<T> {
  return { ok: true, value }
}

export function refused(message: string, description?: string): Refused {
  return { ok: false, message, ...(description !== undefined && { description }) }
}
