import type { LocalDevice } from '@ot-room/room'

/** Whether the system holds back a device that is on. */
export function isHeld(device: LocalDevice | undefined): boolean {
  return device?.status === 'on' && device.held === true
}
