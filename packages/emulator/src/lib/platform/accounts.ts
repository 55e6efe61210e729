import type { KeyObject } from 'node:crypto'

/** Who may create sessions and sign tokens: a project by a shared secret, an application by a key pair. */
export type Account =
  | { readonly type: 'project'; readonly key: string; readonly secret: Uint8Array }
  | { readonly type: 'application'; readonly key: string; readonly publicKey: KeyObject }

/** Accounts by API key or application id. */
export type Accounts = ReadonlyMap<string, Account>

export function accountsOf(accounts: readonly Account[]): Accounts {
  return new Map(accounts.map((account) => [account.key, account]))
}
