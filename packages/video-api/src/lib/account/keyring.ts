import { VideoError } from '../video-error.ts'
import type { Account } from './account.ts'

/** The same account with one secret, or with several while one replaces another. */
export interface Keyring {
  readonly applicationId: string
  readonly defaultApiUrl: string
  /** The account with the secret that the platform took last; the first one before any request. */
  current(): Account
  /** Does work with that secret and, when the platform refuses it, once with each of the others. */
  use<T>(work: (account: Account) => Promise<T>): Promise<T>
}

export type Accounts = readonly [Account, ...Account[]]

export function keyringOf(accounts: Accounts): Keyring {
  const [{ applicationId, defaultApiUrl }] = accounts
  let current: Account = accounts[0]
  const use = async <T>(account: Account, work: (account: Account) => Promise<T>): Promise<T> => {
    const result = await work(account)
    current = account
    return result
  }
  return {
    applicationId,
    defaultApiUrl,
    current: () => current,
    use: async (work) => {
      const first = current
      try {
        return await use(first, work)
      } catch (refusal) {
        if (!isRefusal(refusal)) throw refusal
        for (const other of accounts.filter((account) => account !== first)) {
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
