/** Where the console is. */
export const root = '/_emulator/console'

/** Where one session of it is. */
export function sessionPath(sessionId: string): string {
  return `${root}/sessions/${encodeURIComponent(sessionId)}`
}
