export { createVideoApi } from './lib/video-api.ts'
export type { VideoApi, VideoApiOptions } from './lib/video-api.ts'
export type {
  ApplicationCredentials,
  Credentials,
  ProjectCredentials,
} from './lib/account/credentials.ts'
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
