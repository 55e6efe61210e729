import type { DeviceChoice, Devices } from './device-list.ts'

/** Whether two lists name the same devices, in the same order. */
export function sameDevices(one: Devices, other: Devices): boolean {
  return (
    sameChoices(one.cameras, other.cameras) &&
    sameChoices(one.microphones, other.microphones) &&
    sameChoices(one.speakers, other.speakers)
  )
}

function sameChoices(one: readonly DeviceChoice[], other: readonly DeviceChoice[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ deviceId, label }, index) => {
      const there = other[index]
      return there?.deviceId === deviceId && there.label === label
    })
  )
}
