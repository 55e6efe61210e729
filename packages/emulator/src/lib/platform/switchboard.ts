import type { Raptor } from '../wire/raptor.ts'

/** The line to one client: what the platform says into it arrives, also after a short fault. */
export interface Line {
  push(from: string, message: Raptor): void
  hangUp(): void
}

/** Knows which line reaches which connection. */
export interface Switchboard {
  plug(sessionId: string, connectionId: string, line: Line): void
  unplug(sessionId: string, connectionId: string): void
  line(sessionId: string, connectionId: string): Line | undefined
}

export function createSwitchboard(): Switchboard {
  const lines = new Map<string, Line>()
  // A session id is base64url, so the first slash ends it.
  const place = (sessionId: string, connectionId: string) => `${sessionId}/${connectionId}`
  return {
    plug: (sessionId, connectionId, line) => void lines.set(place(sessionId, connectionId), line),
    unplug: (sessionId, connectionId) => void lines.delete(place(sessionId, connectionId)),
    line: (sessionId, connectionId) => lines.get(place(sessionId, connectionId)),
  }
}
