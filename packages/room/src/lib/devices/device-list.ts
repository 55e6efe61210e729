/** A device that can be chosen; browsers tell its label only once a device was allowed. */
export interface DeviceChoice {
  readonly deviceId: string
  readonly label: string
}

/** The devices that are there. */
export interface Devices {
  readonly cameras: readonly DeviceChoice[]
  readonly microphones: readonly DeviceChoice[]
  /** Empty where the browser plays everything where the system does. */
  readonly speakers: readonly DeviceChoice[]
}

/** What a device is for. */
export type DeviceRole = 'camera' | 'microphone' | 'speaker'

/** The devices a visitor has chosen, by id. */
export type Chosen = Readonly<Partial<Record<DeviceRole, string>>>

/** None yet. */
export const noDevices: Devices = { cameras: [], microphones: [], speakers: [] }

/** What a device list says of cameras, microphones and loudspeakers. */
export function choicesOf(
  devices: readonly Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[],
): Devices {
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

/** The devices for one thing. */
export function devicesFor(role: DeviceRole, devices: Devices): readonly DeviceChoice[] {
  return devices[`${role}s`]
}
