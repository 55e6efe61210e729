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
  /** Hangs up every line. */
  clear(): void
}

export function createSwitchboard(): Switchboard {
  const sessions = new Map<string, Map<string, Line>>()
  return {
    plug: (sessionId, connectionId, line) => {
      const lines = sessions.get(sessionId) ?? new Map<string, Line>()
      sessions.set(sessionId, lines.set(connectionId, line))
    },
    unplug: (sessionId, connectionId) => {
      const lines = sessions.get(sessionId)
      lines?.delete(connectionId)
      if (lines?.size === 0) sessions.delete(sessionId)
    },
    line: (sessionId, connectionId) => sessions.get(sessionId)?.get(connectionId),
    clear: () => {
      const lines = [...sessions.values()].flatMap((session) => [...session.values()])
      sessions.clear()
      lines.forEach((line) => line.hangUp())
    },
  }
}
