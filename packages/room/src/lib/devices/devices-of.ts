import type { DeviceKind } from '../errors/device-error-code.ts'

/** The cameras or microphones that are there now; none where there is no browser. */
export async function devicesOf(kind: DeviceKind): Promise<readonly MediaDeviceInfo[]> {
  const wanted = kind === 'camera' ? 'videoinput' : 'audioinput'
  const all = (await globalThis.navigator?.mediaDevices?.enumerateDevices()) ?? []
  return all.filter((device) => device.kind === wanted && device.deviceId !== '')
}
