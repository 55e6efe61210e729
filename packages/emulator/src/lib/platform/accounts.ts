import type { KeyObject } from 'node:crypto'
import type { ArchiveStorage } from './archive-storage.ts'

/** What an account proves itself with: a shared secret, or a key pair whose private half its owner keeps. */
export type Credentials =
  | { readonly type: 'project'; readonly key: string; readonly secret: Uint8Array }
  | { readonly type: 'application'; readonly key: string; readonly publicKey: KeyObject }
  | { readonly type: 'administrator'; readonly key: string; readonly secret: Uint8Array }

/**
 * Who may do something here: projects and applications create sessions and sign tokens, administrators
 * create and end projects.
 */
export type Account = Credentials & Profile

/** What the platform keeps of an account beside its credentials. */
export interface Profile {
  readonly name: string
  readonly status: AccountStatus
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  /** Where finished archives go; the platform keeps them when absent. */
  readonly archiveStorage?: ArchiveStorage
}

export type AccountStatus = 'ACTIVE' | 'SUSPENDED'

/** Accounts by API key or application id. */
export interface Accounts {
  get(key: string): Account | undefined
  list(): readonly Account[]
  /** Adds an account, or takes the place of the one with its key. */
  put(account: Account): void
  remove(key: string): void
  /** Goes back to the accounts there were at the start. */
  reset(): void
}

/** The accounts of a platform that has just started. `createdAt` is in milliseconds since the epoch. */
export function accountsOf(initial: readonly Credentials[], createdAt = 0): Accounts {
  const accounts = new Map<string, Account>()
  const put = (account: Account) => void accounts.set(account.key, account)
  const reset = () => {
    accounts.clear()
    for (const credentials of initial) {
      put({ ...credentials, name: '', status: 'ACTIVE', createdAt })
    }
  }
  reset()
  return {
    get: (key) => accounts.get(key),
    list: () => [...accounts.values()],
    put,
    remove: (key) => void accounts.delete(key),
    reset,
  }
}
