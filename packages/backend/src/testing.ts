export { scopedStore } from './lib/store/scoped-store.ts'
export { storeContract } from './lib/testing/store-contract.ts'
export type { ContractCase, CreateStore } from './lib/testing/contract-case.ts'
export type { CrowdSize } from './lib/testing/crowds-contract.ts'
