export type { Recogniser, Recognition, Speech } from './lib/booth/captioning/recogniser.ts'
export type { Delivery } from './lib/callbacks/delivery.ts'
export type {
  AddedParticipant,
  Controls,
  ParticipantOptions,
  Spoken,
} from './lib/control/controls.ts'
export type { SessionView } from './lib/control/inspect.ts'
export type { LoggedMessage } from './lib/control/message-log.ts'
export { createEmulator } from './lib/emulator.ts'
export type { Emulator } from './lib/emulator.ts'
export { EmulatorError } from './lib/error.ts'
export type { EmulatorErrorCode } from './lib/error.ts'
export type { IceServer } from './lib/ice/ice-server.ts'
export type { Administrator, Application, EmulatorOptions, Project } from './lib/options.ts'
export { readSeed } from './lib/seed/read-seed.ts'
export type { Seed, SeedCallback, SeedProject, SeedSession } from './lib/seed/seed.ts'
export type { Limits } from './lib/session/limits.ts'
