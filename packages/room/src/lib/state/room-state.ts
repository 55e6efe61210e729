import type { Chosen, DeviceRole, Devices } from '../devices/device-list.ts'
import type { RoomError } from '../errors/room-error.ts'
import type { Captions } from './captions.ts'
import type { Background, LocalDevice, LocalScreen, WantedMedia } from './local-device.ts'
import type { Participant } from './participant.ts'
import type { Message, Reaction } from './talk.ts'

/** Everything that is shown of a room: one frozen value, told apart by `phase`. */
export type RoomState = Lobby | Joining | Waiting | Connected | Reconnecting | Left | Failed

/** Outside, nothing asked yet. */
export interface Lobby {
  readonly phase: 'lobby'
}

/** On the way in: first credentials and OpenTok.js, then the connection. */
export interface Joining {
  readonly phase: 'joining'
  readonly step: 'preparing' | 'connecting'
  readonly wanted: WantedMedia
}

/** The backend was asked, and a host has to let the visitor in; OpenTok.js may be there already, a connection is not. */
export interface Waiting {
  readonly phase: 'waiting'
  readonly wanted: WantedMedia
}

/** Somebody who waits to be let in. */
export interface Guest {
  readonly id: string
  /** Untrusted text. */
  readonly name: string | undefined
}

/** What exists while the visitor is in the room. */
export interface Call {
  /** The connection id of the visitor. */
  readonly self: string
  readonly role: string
  /** In order of arrival, the visitor among them. */
  readonly participants: readonly Participant[]
  readonly camera: LocalDevice
  readonly microphone: LocalDevice
  readonly screen: LocalScreen
  /** What can be chosen in the call. */
  readonly devices: Devices
  /** What was chosen last, also of what is off now; what is missing is left to the browser. */
  readonly chosen: Chosen
  /** What the camera is to show behind the visitor; a camera that cannot is off. */
  readonly background: Background
  /** The last device that was found for one that went; `undefined` while none had to be. */
  readonly replaced: Replacement | undefined
  /** The participant who speaks, or spoke last; never the visitor. */
  readonly speaker: string | undefined
  /** Who waits to be let in, the longest first; known to hosts alone. */
  readonly guests: readonly Guest[]
  /** What a host can ask the backend for in this room, by the names of its features; empty for everybody else. */
  readonly features: readonly string[]
  /** The oldest first; what was said before the visitor came, too, where the backend keeps it. */
  readonly messages: readonly Message[]
  /** The longest up first. */
  readonly hands: readonly Hand[]
  /** Those of the last seconds, the oldest first. */
  readonly reactions: readonly Reaction[]
  readonly captions: Captions
  /** The ids of the recordings that are being made. */
  readonly recordings: readonly string[]
  /** `blocked`: the browser wants a click before it plays sound; see `Room.unblockAudio`. */
  readonly audio: 'playing' | 'blocked'
}

/** A hand that is up. */
export interface Hand {
  /** A participant’s id. */
  readonly by: string
  /** In milliseconds since 1970. */
  readonly since: number
}

/** A device that took the place of one that is gone. */
export interface Replacement {
  readonly role: DeviceRole
  /** What the one that is gone was called; empty when the browser did not say. */
  readonly label: string
  /** The id of the one that is used now. */
  readonly deviceId: string
}

/** In the room. */
export interface Connected extends Call {
  readonly phase: 'connected'
}

/** In the room, without a network. */
export interface Reconnecting extends Call {
  readonly phase: 'reconnecting'
  /**
   * `resuming`: OpenTok.js tries to get the connection back, for at most half a minute; `rejoining`: it gave up, and
   * the room enters again with a new token as soon as it can.
   */
  readonly stage: 'resuming' | 'rejoining'
}

/** Was in the room. */
export type Left = { readonly phase: 'left' } & Departure

/** How a stay ended. */
export type Departure =
  | { readonly reason: 'self' }
  | { readonly reason: 'removed' | 'ended' | 'network-lost'; readonly error: RoomError }

/** Never got in. */
export interface Failed {
  readonly phase: 'failed'
  readonly error: RoomError
}

/** Where every room starts. */
export const lobby: RoomState = Object.freeze({ phase: 'lobby' })

/** The call when the visitor is in one, reconnecting included. */
export function callOf(state: RoomState): Connected | Reconnecting | undefined {
  return state.phase === 'connected' || state.phase === 'reconnecting' ? state : undefined
}

/** Whether the visitor's hand is up. */
export function hasHandUp(state: RoomState): boolean {
  const call = callOf(state)
  return call?.hands.some(({ by }) => by === call.self) ?? false
}
