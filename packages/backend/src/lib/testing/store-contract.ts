import { accidentsContract } from './accidents-contract.ts'
import { backlogContract } from './backlog-contract.ts'
import { limitsContract } from './limits-contract.ts'
import type { ContractCase, CreateStore } from './contract-case.ts'
import { crowdsContract } from './crowds-contract.ts'
import type { CrowdSize } from './crowds-contract.ts'
import { entriesContract } from './entries-contract.ts'
import { leasesContract } from './leases-contract.ts'

/**
 * What every store must keep: one value per key, and so one session per room, whoever comes, fails
 * or dies. Crowds default to 10000 joins of one room and 1000 rooms; a remote store may want fewer.
 */
export function storeContract(
  createStore: CreateStore,
  { joins = 10_000, rooms = 1000 }: Partial<CrowdSize> = {},
): readonly ContractCase[] {
  return [
    ...entriesContract(createStore),
    ...leasesContract(createStore),
    ...crowdsContract(createStore, { joins, rooms }),
    ...accidentsContract(createStore),
    ...backlogContract(createStore),
    ...limitsContract(createStore),
  ]
}
