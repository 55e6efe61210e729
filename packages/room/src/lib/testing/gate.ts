import { untilAborted } from '../async/until-aborted.ts'

/** Something to wait at while it is closed. */
export interface Gate {
  pass(signal: AbortSignal): Promise<void>
  /** Closes the gate and gives the function that opens it. */
  close(): () => void
}

/** Makes an open gate. */
export function createGate(): Gate {
  let opened: Promise<void> = Promise.resolve()
  return {
    pass: (signal) => untilAborted(opened, signal),
    close() {
      const { promise, resolve } = Promise.withResolvers<void>()
      opened = promise
      return resolve
    },
  }
}
