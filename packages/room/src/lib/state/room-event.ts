import type { DeviceRole, Devices } from '../devices/device-list.ts'
import type { DeviceKind } from '../errors/device-error-code.ts'
import type { RoomError } from '../errors/room-error.ts'
import type { CaptionsEvent } from './captions.ts'
import type { Background, LocalDevice, LocalScreen, WantedMedia } from './local-device.ts'
import type { Arrival, Stream, StreamChange } from './participant.ts'
import type { TalkEvent } from './talk.ts'
import type { Departure, Guest, Replacement } from './room-state.ts'

/** Everything that can have happened to a room; a closed list, all in the past tense. */
export type RoomEvent = JoinEvent | PlatformEvent | StayEvent | TalkEvent | CaptionsEvent

/** What happened on the way in. */
export type JoinEvent =
  | { readonly type: 'join-started'; readonly wanted: WantedMedia }
  | { readonly type: 'join-prepared' }
  | { readonly type: 'waiting-began'; readonly wanted: WantedMedia }
  | { readonly type: 'join-cancelled' }
  | { readonly type: 'join-failed'; readonly error: RoomError }
  | {
      readonly type: 'joined'
      readonly self: Arrival
      readonly role: string
      readonly features: readonly string[]
    }

/** What the video platform reported once the visitor was in. */
export type PlatformEvent =
  | { readonly type: 'participant-joined'; readonly participant: Arrival }
  | { readonly type: 'participant-left'; readonly id: string }
  | { readonly type: 'stream-added'; readonly participant: Arrival; readonly stream: Stream }
  | { readonly type: 'stream-changed'; readonly id: string; readonly change: StreamChange }
  | { readonly type: 'stream-removed'; readonly id: string }
  | DeviceChanged
  | { readonly type: 'screen-changed'; readonly screen: LocalScreen }
  | { readonly type: 'recording-began'; readonly id: string }
  | { readonly type: 'recording-ended'; readonly id: string }
  | { readonly type: 'audio-blocked' }
  | { readonly type: 'audio-unblocked' }
  | { readonly type: 'connection-dropped' }
  | { readonly type: 'connection-restored' }
  | { readonly type: 'departed'; readonly departure: Departure }

/** The visitor's camera or microphone is another one, or in another state. */
export interface DeviceChanged {
  readonly type: 'device-changed'
  readonly kind: DeviceKind
  readonly device: LocalDevice
}

/** What the room itself found out during a stay. */
export type StayEvent =
  | { readonly type: 'speaker-changed'; readonly id: string | undefined }
  | { readonly type: 'devices-listed'; readonly devices: Devices }
  | { readonly type: 'device-chosen'; readonly role: DeviceRole; readonly deviceId: string }
  | { readonly type: 'background-chosen'; readonly background: Background }
  | ({ readonly type: 'device-replaced' } & Replacement)
  | { readonly type: 'guests-changed'; readonly guests: readonly Guest[] }
  | { readonly type: 'connection-lost' }
