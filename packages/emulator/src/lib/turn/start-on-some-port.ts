import { startTurnProcess } from './turn-process.ts'
import type { TurnProcess, TurnProcessOptions } from './turn-process.ts'

export interface SomePortOptions extends Omit<TurnProcessOptions, 'port'> {
  /** The port of the first attempt; one that is chosen when absent. */
  readonly preferredPort?: number | undefined
  /** A port for the next attempt. */
  readonly choosePort: () => Promise<number>
}

const attempts = 3

/**
 * Starts coturn on one port after the other until it runs: a port that is free may be somebody's a moment later.
 *
 * @throws {Error} why it did not run the third time, or at once when it is told to give up
 */
export async function startOnSomePort(options: SomePortOptions): Promise<TurnProcess> {
  const { preferredPort, choosePort, ...rest } = options
  for (let attempt = 1; ; attempt += 1) {
    const port = (attempt === 1 ? preferredPort : undefined) ?? (await choosePort())
    try {
      return await startTurnProcess({ ...rest, port })
    } catch (error) {
      if (attempt === attempts || options.signal.aborted) throw error
    }
  }
}
