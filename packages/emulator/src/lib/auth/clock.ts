/** A number of seconds since the epoch, or `undefined` for anything else. */
export function readSeconds(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined
}

/** Whether a time of issue lies ahead; SDKs round up, so the current second is not ahead. */
export function isAhead(issuedAt: number, now: number): boolean {
  return issuedAt > Math.ceil(now)
}

/** The platform's own words for a token from the future. */
export const aheadMessage = 'issued time cannot be greater than current time'
