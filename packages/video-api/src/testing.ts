export { createFakePlatform } from './lib/fake/fake-platform.ts'
export type { FakePlatform, FakeRequest } from './lib/fake/fake-platform.ts'
export { videoContract } from './lib/fake/contract.ts'
export type { ContractCase } from './lib/fake/contract.ts'
