const window = 60_000
const most = 5

/**
 * Whether a server that has died at these times (milliseconds, the latest last) is worth another try: not when it has
 * died more than five times within a minute.
 */
export function isWorthRestarting(deaths: readonly number[]): boolean {
  const latest = deaths.at(-1) ?? 0
  return deaths.filter((death) => latest - death < window).length <= most
}
