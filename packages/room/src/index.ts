export { Room, type ListenOptions } from './lib/room/room.ts'
export type { JoinOptions, RoomOptions } from './lib/room/room-options.ts'
export type { CameraEffect, CameraEffectSource } from './lib/effects/camera-effect.ts'
export type { OpenTokSource } from './lib/opentok/load-open-tok.ts'
export type { ScriptSource } from './lib/opentok/load-script.ts'
export { RoomError, type Refusal, type RoomErrorCode } from './lib/errors/room-error.ts'
export type { Chosen, DeviceChoice, DeviceRole, Devices } from './lib/devices/device-list.ts'
export type { DeviceErrorCode, DeviceKind, DeviceProblem } from './lib/errors/device-error-code.ts'
export {
  callOf,
  hasHandUp,
  type Call,
  type Connected,
  type Departure,
  type Failed,
  type Guest,
  type Hand,
  type Joining,
  type Left,
  type Lobby,
  type Reconnecting,
  type Replacement,
  type RoomState,
  type Waiting,
} from './lib/state/room-state.ts'
export type {
  Background,
  LocalDevice,
  LocalScreen,
  WantedCamera,
  WantedDevice,
  WantedMedia,
} from './lib/state/local-device.ts'
export type { Arrival, Participant, Stream, StreamChange } from './lib/state/participant.ts'
export type { JoinEvent, PlatformEvent, RoomEvent, StayEvent } from './lib/state/room-event.ts'
export {
  reactionKinds,
  type Message,
  type Reaction,
  type ReactionKind,
  type TalkEvent,
} from './lib/state/talk.ts'
export type {
  CaptionLine,
  Captions,
  CaptionsEvent,
  NoCaptions,
  ReadCaptions,
  UnreadCaptions,
} from './lib/state/captions.ts'
export type { CaptionReader } from './lib/captions/captions.ts'
export type { ReceivedCaption } from './lib/platform/caption.ts'
export type { Talk } from './lib/talk/talk.ts'
export type { Host } from './lib/host/host.ts'
export { reduce } from './lib/state/reduce.ts'
export type { ReceivedSignal, SignalToSend } from './lib/platform/signal.ts'
export type {
  AudioLevel,
  PlatformSession,
  Stay,
  VideoPlatform,
} from './lib/platform/video-platform.ts'
export type { Credentials } from './lib/backend/credentials.ts'
