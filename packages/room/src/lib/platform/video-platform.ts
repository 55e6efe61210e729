import type { Credentials } from '../backend/credentials.ts'
import type { PlatformEvent } from '../state/room-event.ts'
import type { Arrival } from '../state/participant.ts'
import type { WantedMedia } from '../state/local-device.ts'
import type { Captions } from '../state/captions.ts'
import type { ReceivedCaption } from './caption.ts'
import type { ReceivedSignal, SignalToSend } from './signal.ts'

/** All a room asks of a video platform; OpenTok.js is one, the fake in `./testing` another. */
export interface VideoPlatform {
  /** Gets ready without credentials, for example loads a script; throws `RoomError`. */
  prepare(signal: AbortSignal): Promise<void>
  /**
   * Enters a session and reports what happens there until `signal` aborts or a `departed` event.
   * An abort ends everything: the connection, every track, every listener. Throws `RoomError`.
   */
  connect(credentials: Credentials, stay: Stay): Promise<PlatformSession>
}

/** Who listens to a stay in a session, and for how long. */
export interface Stay {
  readonly signal: AbortSignal
  onEvent(event: PlatformEvent): void
  /** Loudness of a stream, 0 (silent) to 1, up to 60 times a second. */
  onLevel(level: AudioLevel): void
  onSignal(signal: ReceivedSignal): void
  /** Only while captions are `read`. */
  onCaption(caption: ReceivedCaption): void
}

/** How loud a stream is now: 0 (silent) to 1. */
export interface AudioLevel {
  readonly streamId: string
  readonly level: number
}

/** A session the visitor is in. */
export interface PlatformSession {
  readonly self: Arrival
  /** Makes the visitor's media what is wanted; never throws, a `device-changed` event tells how it went. */
  publish(wanted: WantedMedia): Promise<void>
  /** Asks the visitor which screen and sends it with its sound; never throws, `screen-changed` events tell how it went. */
  shareScreen(): Promise<void>
  stopSharing(): void
  /** The live element of a stream; it belongs to the session and may be moved, not copied. */
  video(streamId: string): HTMLVideoElement | undefined
  /** Throws `RoomError` `signal-failed`. */
  send(signal: SignalToSend): Promise<void>
  /**
   * Whether what the visitor says is written down for others, and what others say is shown to the visitor as well. Begins
   * with `off`; never throws, since a call goes on without.
   */
  caption(status: Captions['status']): void
  /** As a host: mutes a participant, or everybody else. Throws `RoomError` `action-refused`. */
  mute(participantId: string): Promise<void>
  muteOthers(): Promise<void>
  /** As a host: ends somebody’s stay. Throws `RoomError` `action-refused`. */
  putOut(participantId: string): Promise<void>
  /** Plays everything on a loudspeaker; a browser that cannot goes on as before, which resolves with false. */
  useSpeaker(deviceId: string): Promise<boolean>
  /** Must be called in a click. */
  unblockAudio(): Promise<void>
}
