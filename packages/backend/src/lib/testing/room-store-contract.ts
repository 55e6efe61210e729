import { accidentsContract } from './accidents-contract.ts'
import type { ContractCase, CreateStore } from './contract-case.ts'
import { crowdsContract } from './crowds-contract.ts'
import type { CrowdSize } from './crowds-contract.ts'
import { verbsContract } from './verbs-contract.ts'

/**
 * What every room store must keep: one session per room, whoever comes, fails or dies.
 * Crowds default to 10000 joins of one room and 1000 rooms; a remote store may want fewer.
 */
export function roomStoreContract(
  createStore: CreateStore,
  { joins = 10_000, rooms = 1000 }: Partial<CrowdSize> = {},
): readonly ContractCase[] {
  return [
    ...verbsContract(createStore),
    ...crowdsContract(createStore, { joins, rooms }),
    ...accidentsContract(createStore),
  ]
}
