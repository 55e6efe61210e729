/** Below this the difference explains nothing: authorizations begin 10 seconds in the past. */
const harmless = 10

/**
 * Says how far this machine's clock is from the platform's, given the answer's `Date` header and
 * the local time in milliseconds; nothing when they agree or the header is unreadable.
 */
export function clockSkew(date: string | null, now: number): string | undefined {
  const theirs = date === null ? NaN : Date.parse(date)
  if (Number.isNaN(theirs)) return undefined
  const ahead = Math.round((now - theirs) / 1000)
  if (Math.abs(ahead) <= harmless) return undefined
  const direction = ahead > 0 ? 'ahead of' : 'behind'
  return `This machine's clock is ${Math.abs(ahead)} seconds ${direction} the platform's: set it right.`
}
