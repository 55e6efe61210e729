/** The two devices a visitor brings. */
export type DeviceKind = 'camera' | 'microphone'

/** Why a device could not be used. */
export type DeviceProblem =
  'denied' | 'blocked-by-system' | 'not-found' | 'busy' | 'insecure' | 'not-allowed-here' | 'failed'

/** For example `camera-denied`. */
export type DeviceErrorCode = `${DeviceKind}-${DeviceProblem}` | 'camera-blur-failed'

/** Joins the two halves of a device error's code. */
export function deviceErrorCode(kind: DeviceKind, problem: DeviceProblem): DeviceErrorCode {
  return `${kind}-${problem}`
}
