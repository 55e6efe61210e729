import { callOf, type Call, type DeviceRole, type Devices, type Room } from '@ot-room/room'
import { deviceIn, selectDevice } from '../devices/in-use.ts'
import { rememberDevice } from '../lobby/memory.ts'
import type { Toast, ToastAction } from './toasts.ts'

const roles = ['camera', 'microphone', 'speaker'] as const

/** Chromium lists these beside the devices that they stand for. */
const standIns: ReadonlySet<string> = new Set(['default', 'communications'])

/** A device by its name, and all that it can be used for: a headset is a microphone and a loudspeaker. */
interface Arrival {
  readonly name: string
  readonly ids: ReadonlyMap<DeviceRole, string>
}

/** What a visitor should know of their devices when one state of a call has followed another. */
export function deviceToasts(
  before: Call,
  after: Call,
  { room, put }: { readonly room: Room; put(toast: Toast): void },
): readonly Toast[] {
  const { replaced } = after
  const news = before.devices === after.devices ? [] : arrivals(before.devices, after)
  return [
    ...(replaced && replaced !== before.replaced ? [replacedToast(after, room)].flat() : []),
    ...news.map((arrival) => arrivedToast(arrival, { room, put })),
  ]
}

/** The keys of toasts about devices that have gone again. */
export function staleKeys(before: Call, after: Call): readonly string[] {
  const names = (devices: Devices) =>
    new Set(roles.flatMap((role) => devices[`${role}s`].map(({ label }) => label)))
  const left = names(after.devices)
  return [...names(before.devices)].filter((name) => !left.has(name)).map(keyOf)
}

/** Using another one again is no use when there is none: a visitor rather wants not to be seen or heard by surprise. */
function replacedToast({ replaced, devices }: Call, room: Room): readonly Toast[] {
  if (!replaced) return []
  const { role, label, deviceId } = replaced
  const now = devices[`${role}s`].find((one) => one.deviceId === deviceId)?.label ?? ''
  const actions: Record<DeviceRole, readonly ToastAction[]> = {
    camera: [{ label: (strings) => strings.stopCamera, act: () => void room.stopCamera() }],
    microphone: [{ label: (strings) => strings.mute, act: () => void room.muteMicrophone() }],
    speaker: [],
  }
  return [
    {
      key: `replaced ${role}`,
      text: (strings) => {
        const name = now || strings[role]
        return label ? strings.deviceGone(label, name) : strings.deviceUsed(name)
      },
      actions: actions[role],
    },
  ]
}

function arrivedToast(
  { name, ids }: Arrival,
  { room, put }: { readonly room: Room; put(toast: Toast): void },
): Toast {
  const key = keyOf(name)

  async function select(chosen: ReadonlyMap<DeviceRole, string>): Promise<void> {
    for (const [role, deviceId] of chosen) {
      rememberDevice({ [role]: deviceId })
      await selectDevice(room, role, deviceId)
    }
  }
  async function use(): Promise<void> {
    const call = callOf(room.state)
    const before = new Map(call && [...ids.keys()].flatMap((role) => usedFor(role, call)))
    await select(ids)
    put({
      key,
      text: (strings) => strings.deviceUsed(name),
      actions:
        before.size > 0
          ? [{ label: (strings) => strings.undo, act: () => void select(before) }]
          : [],
    })
  }

  return {
    key,
    text: (strings) => strings.deviceNew(name),
    actions: [{ label: (strings) => strings.use, act: () => void use() }],
  }
}

function usedFor(role: DeviceRole, call: Call): readonly (readonly [DeviceRole, string])[] {
  const deviceId = deviceIn(role, call) ?? (role === 'speaker' ? 'default' : undefined)
  return deviceId === undefined ? [] : [[role, deviceId]]
}

/** What is there now and was not, of what the visitor may use. */
function arrivals(before: Devices, { devices, camera }: Call): readonly Arrival[] {
  const found = new Map<string, Map<DeviceRole, string>>()
  const usable = roles.filter((role) => role === 'speaker' || camera.status !== 'forbidden')
  for (const role of usable) {
    const known = before[`${role}s`]
    // Before the visitor has allowed anything the browser names nothing, and then all at once.
    if (known.length === 0) continue
    for (const { deviceId, label } of devices[`${role}s`]) {
      const isNew = known.every((one) => one.deviceId !== deviceId)
      if (!isNew || standIns.has(deviceId) || label === '') continue
      found.set(label, (found.get(label) ?? new Map()).set(role, deviceId))
    }
  }
  return [...found].map(([name, ids]) => ({ name, ids }))
}

function keyOf(name: string): string {
  return `device ${name}`
}
