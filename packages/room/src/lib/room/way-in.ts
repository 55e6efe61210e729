// What only a join takes is one file of its own, which nobody has to fetch who looks at a lobby.
export { createOpenTokPlatform } from '../opentok/open-tok-platform.ts'
export { createDeviceKeeper } from './device-keeper.ts'
export { createCompany } from './company.ts'
export { enter } from './enter.ts'
export { reduceCall } from '../state/reduce-call.ts'
export { untilItWorks } from '../async/until-it-works.ts'
