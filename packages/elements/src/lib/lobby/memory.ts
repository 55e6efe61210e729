import type { RememberedDevices } from '@ot-room/room/preview'

const key = 'ot-room.devices'

/** The devices of the last visit; nothing where the browser keeps nothing. */
export function rememberedDevices(): RememberedDevices {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    const texts = Object.entries(kept).filter(([, value]) => typeof value === 'string')
    return Object.fromEntries(texts)
  } catch {
    return {}
  }
}

/** Keeps a choice for the next visit, in this browser only. */
export function rememberDevice(choice: RememberedDevices): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...rememberedDevices(), ...choice }))
  } catch {
    // Storage is full or forbidden: the visitor chooses again.
  }
}
