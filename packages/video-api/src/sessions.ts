export { createSessionApi } from './lib/sessions/session-api.ts'
export type { SessionApi, VideoApiOptions } from './lib/sessions/session-api.ts'
export { VideoError } from './lib/video-error.ts'
export type { VideoErrorCode } from './lib/video-error.ts'
