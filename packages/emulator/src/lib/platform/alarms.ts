import type { Clock } from '../clock.ts'

/** One alarm for each session, for when time alone changes something in it. */
export interface Alarms {
  /** Wakes the session at that time, in milliseconds since the epoch, and at no other; `Infinity` for never. */
  set(sessionId: string, at: number): void
  /** Calls off every alarm. */
  clear(): void
}

interface Alarm {
  readonly at: number
  readonly callOff: () => void
}

export function createAlarms(clock: Clock, wake: (sessionId: string) => void): Alarms {
  const alarms = new Map<string, Alarm>()
  return {
    set: (sessionId, at) => {
      const alarm = alarms.get(sessionId)
      if (at === (alarm?.at ?? Infinity)) return
      alarm?.callOff()
      alarms.delete(sessionId)
      if (at === Infinity) return
      const callOff = clock.alarm(at, () => {
        alarms.delete(sessionId)
        wake(sessionId)
      })
      alarms.set(sessionId, { at, callOff })
    },
    clear: () => {
      alarms.forEach(({ callOff }) => callOff())
      alarms.clear()
    },
  }
}
