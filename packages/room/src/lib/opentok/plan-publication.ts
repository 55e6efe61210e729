import type { DeviceKind } from '../errors/device-error-code.ts'
import type { Background, WantedCamera, WantedDevice, WantedMedia } from '../state/local-device.ts'

/** A track of the publisher: not there, silent, or being sent. */
export interface Track {
  readonly status: 'absent' | 'muted' | 'live'
  readonly deviceId?: string
  /** Of a camera; default: `plain`. */
  readonly background?: Background
}

/** What the publisher has. */
export type Tracks = Readonly<Record<DeviceKind, Track>>

/** One thing to do to the publisher. */
export type Step =
  | { readonly type: 'open'; readonly tracks: Tracks }
  | { readonly type: 'close' }
  | { readonly type: 'mute'; readonly kind: DeviceKind }
  | { readonly type: 'unmute'; readonly kind: DeviceKind; readonly deviceId?: string }
  | { readonly type: 'switch'; readonly kind: DeviceKind; readonly deviceId: string }
  | { readonly type: 'background'; readonly background: Background }

const kinds = ['microphone', 'camera'] as const

/**
 * The steps from what is sent to what is wanted.
 *
 * OpenTok.js cannot add a kind of track to a publisher, so a device that was off from the start needs a
 * new publisher; every other change is made in place and the stream lives on.
 */
export function planPublication(has: Tracks | undefined, wanted: WantedMedia): readonly Step[] {
  const missing = kinds.some(
    (kind) => wanted[kind].on && (has?.[kind].status ?? 'absent') === 'absent',
  )
  if (missing) {
    const open: Step = { type: 'open', tracks: tracksToOpen(has, wanted) }
    return has ? [{ type: 'close' }, open] : [open]
  }
  if (!has) return []
  return [
    ...backgroundSteps(has.camera, wanted.camera),
    ...kinds.flatMap((kind) => stepsOf(kind, has[kind], wanted[kind])),
  ]
}

/** Before the camera goes on or is another one, so that nobody sees what they are not to see. */
function backgroundSteps(has: Track, { on, background = 'plain' }: WantedCamera): readonly Step[] {
  const { status, background: before = 'plain' } = has
  return on && status !== 'absent' && background !== before
    ? [{ type: 'background', background }]
    : []
}

function stepsOf(kind: DeviceKind, has: Track, wanted: WantedDevice): readonly Step[] {
  const { deviceId } = wanted
  if (has.status === 'live' && !wanted.on) return [{ type: 'mute', kind }]
  if (has.status === 'muted' && wanted.on) {
    return [{ type: 'unmute', kind, ...(deviceId !== undefined && { deviceId }) }]
  }
  if (has.status === 'live' && deviceId !== undefined && deviceId !== has.deviceId) {
    return [{ type: 'switch', kind, deviceId }]
  }
  return []
}

function tracksToOpen(has: Tracks | undefined, { camera, microphone }: WantedMedia): Tracks {
  return {
    camera: {
      ...trackOf(camera, 'absent'),
      ...(camera.background && { background: camera.background }),
    },
    // A muted microphone goes along silently, so that unmuting it needs no third publisher. A camera
    // does not: its light would flash.
    microphone: trackOf(microphone, has?.microphone.status === 'muted' ? 'muted' : 'absent'),
  }
}

function trackOf({ on, deviceId }: WantedDevice, otherwise: Track['status']): Track {
  return { status: on ? 'live' : otherwise, ...(deviceId !== undefined && { deviceId }) }
}

/** What to try to open, in order: everything, then each device alone, so that one bad device costs only itself. */
export function openingAttempts(tracks: Tracks): readonly Tracks[] {
  const absent: Track = { status: 'absent' }
  if (tracks.camera.status === 'absent' || tracks.microphone.status === 'absent') return [tracks]
  return [tracks, { ...tracks, camera: absent }, { ...tracks, microphone: absent }]
}
