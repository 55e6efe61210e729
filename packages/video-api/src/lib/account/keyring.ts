import { VideoError } from '../video-error.ts'
import type { Caller } from './account.ts'

/** The same caller with one secret, or with several while one replaces another. */
export interface Keyring<C extends Caller> {
  /** The one whose secret the platform took last; the first one before any request. */
  current(): C
  /** Does work with that secret and, when the platform refuses it, once with each of the others. */
  use<T>(work: (caller: C) => Promise<T>): Promise<T>
}

export function keyringOf<C extends Caller>(callers: readonly [C, ...C[]]): Keyring<C> {
  let current = callers[0]
  const use = async <T>(caller: C, work: (caller: C) => Promise<T>): Promise<T> => {
    const result = await work(caller)
    current = caller
    return result
  }
  return {
    current: () => current,
    use: async (work) => {
      const first = current
      try {
        return await use(first, work)
      } catch (refusal) {
        if (!isRefusal(refusal)) throw refusal
        for (const other of callers.filter((caller) => caller !== first)) {
          try {
            return await use(other, work)
          } catch (error) {
            if (!isRefusal(error)) throw error
          }
        }
        // With every secret refused, the reason may be another: a clock, or a token within the request.
        throw refusal
      }
    },
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof VideoError && error.code === 'unauthorized'
}
