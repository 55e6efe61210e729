import type { LocalDevice } from '../state/local-device.ts'

/** What a lobby shows: the visitor's devices before any room is entered. */
export interface PreviewState {
  /** `idle`: no device was asked for yet; `stopped`: all were let go. */
  readonly status: 'idle' | 'running' | 'stopped'
  readonly camera: LocalDevice
  readonly microphone: LocalDevice
  readonly cameras: readonly DeviceChoice[]
  readonly microphones: readonly DeviceChoice[]
  /** Empty where the browser plays everything where the system does. */
  readonly speakers: readonly DeviceChoice[]
  /** The chosen one's id; `undefined` for the system's. */
  readonly speaker: string | undefined
  /** The camera's picture, to be given to a muted `<video>` as its `srcObject`. */
  readonly picture: MediaStream | undefined
}

/** A device that can be chosen; browsers tell its label only once a device was allowed. */
export interface DeviceChoice {
  readonly deviceId: string
  readonly label: string
}

/** Where every preview starts: the visitor means to send both. */
export const idlePreview: PreviewState = {
  status: 'idle',
  camera: { status: 'off', by: 'self' },
  microphone: { status: 'off', by: 'self' },
  cameras: [],
  microphones: [],
  speakers: [],
  speaker: undefined,
  picture: undefined,
}

/** What a device list says of cameras, microphones and loudspeakers. */
export function choicesOf(
  devices: readonly Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[],
): Pick<PreviewState, 'cameras' | 'microphones' | 'speakers'> {
  const ofKind = (kind: MediaDeviceKind): DeviceChoice[] =>
    devices
      .filter((device) => device.kind === kind && device.deviceId !== '')
      .map(({ deviceId, label }) => ({ deviceId, label }))
  return {
    cameras: ofKind('videoinput'),
    microphones: ofKind('audioinput'),
    speakers: ofKind('audiooutput'),
  }
}
