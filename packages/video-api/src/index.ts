export { createVideoApi } from './lib/video-api.ts'
export type { VideoApi } from './lib/video-api.ts'
export type { ConnectionOptions } from './lib/platform/connect.ts'
export type { Credentials } from './lib/account/credentials.ts'
export type { ProjectCredentials } from './lib/account/opentok-project.ts'
export type { ApplicationCredentials } from './lib/account/vonage-application.ts'
export { sessionSettings } from './lib/sessions/session-settings.ts'
export type {
  ArchiveMode,
  MediaMode,
  SessionOptions,
  SessionSettings,
} from './lib/sessions/session-settings.ts'
export type { CreateSessionOptions, Session } from './lib/sessions/create-session.ts'
export type { SessionApi, VideoApiOptions } from './lib/sessions/session-api.ts'
export type { Sessions } from './lib/sessions/sessions.ts'
export type { Role, TokenFormat, TokenOptions } from './lib/tokens/token-grant.ts'
export type { CallOptions } from './lib/options/call-options.ts'
export type { Listed } from './lib/answers/answered.ts'
export type { OpenUnion } from './lib/answers/open-union.ts'
export type { PageOptions } from './lib/options/page-options.ts'
export type { AddStreamOptions, ListOptions } from './lib/composition/composition-calls.ts'
export type { Arrangement, Layout } from './lib/composition/layout.ts'
export type { Resolution } from './lib/composition/resolution.ts'
export type { StreamMode } from './lib/composition/stream-mode.ts'
export type { ComposedStream } from './lib/composition/tracks.ts'
export type { Archives } from './lib/archives/archives.ts'
export type { Archive, ArchiveStatus, ArchiveTranscription } from './lib/archives/archive.ts'
export type {
  OutputMode,
  StartArchiveOptions,
  TranscriptionProperties,
} from './lib/archives/archive-options.ts'
export type {
  ArchiveStorage,
  AzureTarget,
  S3Target,
  StorageFallback,
  StorageTarget,
} from './lib/archives/archive-storage.ts'
export type { Broadcasts } from './lib/broadcasts/broadcasts.ts'
export type { Broadcast, BroadcastUrls, RtmpTarget } from './lib/broadcasts/broadcast.ts'
export type {
  BroadcastOutputs,
  HlsOutput,
  RtmpOutput,
  StartBroadcastOptions,
} from './lib/broadcasts/broadcast-options.ts'
export type { SendSignalOptions, Signals } from './lib/signals/signals.ts'
export type { Connection, Connections } from './lib/connections/connections.ts'
export type { MuteAllOptions, StreamClasses, Streams } from './lib/streams/streams.ts'
export type { Stream } from './lib/streams/stream.ts'
export type { Captions, CaptionsStatus, StartCaptionsOptions } from './lib/captions/captions.ts'
export type { DialOptions, Sip, SipAuth, SipCall } from './lib/telephony/sip.ts'
export type { Dtmf, PlayTonesOptions } from './lib/telephony/dtmf.ts'
export type { Render } from './lib/renders/render.ts'
export type { Renders, StartRenderOptions } from './lib/renders/renders.ts'
export type {
  AudioConnector,
  AudioConnectors,
  AudioRate,
  StartAudioConnectorOptions,
} from './lib/audio-connectors/audio-connectors.ts'
export type {
  Callback,
  CallbackGroup,
  Callbacks,
  RegisterCallbackOptions,
} from './lib/callbacks/callbacks.ts'
export { VideoError } from './lib/video-error.ts'
export type { VideoErrorCode } from './lib/video-error.ts'
