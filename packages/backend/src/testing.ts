export { roomStoreContract } from './lib/testing/room-store-contract.ts'
export type { ContractCase, CreateStore } from './lib/testing/contract-case.ts'
export type { CrowdSize } from './lib/testing/crowds-contract.ts'
