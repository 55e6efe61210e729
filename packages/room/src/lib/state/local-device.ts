import type { RoomError } from '../errors/room-error.ts'

/** The visitor's own camera or microphone, as it is and not as it was asked to be. */
export type LocalDevice =
  | { readonly status: 'off'; readonly by: 'self' | 'host' }
  | { readonly status: 'starting' }
  | {
      readonly status: 'on'
      readonly deviceId?: string
      /** The system holds it back for a while, for example for a phone call, and gives it back by itself. */
      readonly held?: true
    }
  | { readonly status: 'failed'; readonly error: RoomError }
  /** The visitor's role may not send anything. */
  | { readonly status: 'forbidden' }

/** The visitor's own screen, shared or not. */
export type LocalScreen =
  | { readonly status: 'off' }
  /** The browser asks which screen. */
  | { readonly status: 'starting' }
  | { readonly status: 'on' }
  | { readonly status: 'failed'; readonly error: RoomError }
  /** The visitor's role may not send anything. */
  | { readonly status: 'forbidden' }

/** What the visitor wants of a device; without an id the browser's default is used. */
export interface WantedDevice {
  readonly on: boolean
  readonly deviceId?: string
}

/** What others see of the place where the visitor is. */
export type Background = 'plain' | 'blurred'

/** What the visitor wants of the camera. */
export interface WantedCamera extends WantedDevice {
  /** Default: `plain`. */
  readonly background?: Background
}

/** What the visitor wants to send. */
export interface WantedMedia {
  readonly camera: WantedCamera
  readonly microphone: WantedDevice
}

/** The same wishes with one device's changed; a device id that is not given stays. */
export function wanting(
  media: WantedMedia,
  kind: keyof WantedMedia,
  change: Partial<WantedCamera>,
): WantedMedia {
  return { ...media, [kind]: { ...media[kind], ...change } }
}

/** Whether a device went off without the visitor's doing. */
export function wasTaken(device: LocalDevice): boolean {
  return device.status === 'failed' || (device.status === 'off' && device.by === 'host')
}

/** Whether a device went off because it is not there any more. */
export function isGone(kind: keyof WantedMedia, device: LocalDevice): boolean {
  return device.status === 'failed' && device.error.code === `${kind}-not-found`
}
