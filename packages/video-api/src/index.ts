export { createVideoApi } from './lib/video-api.ts'
export type { VideoApi, VideoApiOptions } from './lib/video-api.ts'
export type { Credentials } from './lib/account/credentials.ts'
export type { ProjectCredentials } from './lib/account/opentok-project.ts'
export type { ApplicationCredentials } from './lib/account/vonage-application.ts'
export { sessionSettings } from './lib/sessions/session-settings.ts'
export type {
  ArchiveMode,
  ArchiveResolution,
  MediaMode,
  SessionOptions,
  SessionSettings,
} from './lib/sessions/session-settings.ts'
export type { CreateSessionOptions, Session } from './lib/sessions/create-session.ts'
export type { Role, TokenFormat, TokenOptions } from './lib/tokens/token-grant.ts'
export { VideoError } from './lib/video-error.ts'
export type { VideoErrorCode } from './lib/video-error.ts'
