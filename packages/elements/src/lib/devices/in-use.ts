import type { Call, DeviceRole, Room } from '@ot-room/room'

/** Uses a device for one thing from now on. */
export function selectDevice(room: Room, role: DeviceRole, deviceId: string): Promise<void> {
  switch (role) {
    case 'camera':
      return room.selectCamera(deviceId)
    case 'microphone':
      return room.selectMicrophone(deviceId)
    case 'speaker':
      return room.selectSpeaker(deviceId)
    default:
      return role satisfies never
  }
}

/** The id of what is used for something, or will be when it is on. */
export function deviceIn(role: DeviceRole, { chosen, ...call }: Call): string | undefined {
  const device = role === 'speaker' ? undefined : call[role]
  return (device?.status === 'on' ? device.deviceId : undefined) ?? chosen[role]
}
