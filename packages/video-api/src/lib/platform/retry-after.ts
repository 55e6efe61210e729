/**
 * Reads a `Retry-After` header (RFC 9110 section 10.2.3), seconds or a date, as whole seconds from
 * `now` in milliseconds; nothing when it is missing or unreadable.
 */
export function retryAfter(header: string | null, now: number): number | undefined {
  const value = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value)
  // Every HTTP date names its day first; Date.parse alone would take a bare number for a year.
  const date = /^[a-z]{3,9},? /i.test(value) ? Date.parse(value) : NaN
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000))
}
