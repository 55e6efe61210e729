import type { DeviceKind } from '../errors/device-error-code.ts'
import { choicesOf, devicesFor, type DeviceRole } from '../devices/device-list.ts'
import type { WantedDevice } from '../state/local-device.ts'
import type { DeviceChanged, StayEvent } from '../state/room-event.ts'
import type { Call } from '../state/room-state.ts'

/** What keeping devices takes. */
export interface DeviceKeeperContext {
  readonly signal: AbortSignal
  call(): Call | undefined
  want(kind: DeviceKind, change: Partial<WantedDevice>): Promise<void>
  selectSpeaker(deviceId: string): Promise<void>
  happened(event: StayEvent | DeviceChanged): void
}

/** Knows which devices there are, and finds another one for what is pulled out. */
export interface DeviceKeeper {
  /** A browser tells the names of devices once it may open one. */
  look(): Promise<void>
  /** A device that was in use is gone: another one takes its place, and only when there is none it is said. */
  lost(event: DeviceChanged, deviceId: string | undefined): Promise<void>
}

/** The id that stands for whatever the system prefers. */
const usual = 'default'

/** Follows the browser's devices until the signal aborts; without a browser there are none. */
export function createDeviceKeeper(context: DeviceKeeperContext): DeviceKeeper {
  const { signal, call, happened } = context
  const browser = globalThis.navigator?.mediaDevices
  let known: readonly MediaDeviceInfo[] = []
  // What is gone has no name in any list.
  const names = new Map<string, string>()

  async function look(): Promise<void> {
    const found = (await browser?.enumerateDevices()) ?? []
    if (signal.aborted) return
    const before = known
    known = found
    happened({ type: 'devices-listed', devices: choicesOf(found) })
    await followUsual(before, found)
    await leaveGoneSpeaker()
    for (const { deviceId, label } of found) names.set(deviceId, label)
  }

  /** A microphone that was opened as the system's usual one stays with what was usual then, so the change is made here. */
  async function followUsual(
    before: readonly MediaDeviceInfo[],
    now: readonly MediaDeviceInfo[],
  ): Promise<void> {
    if (inUse('microphone') !== usual) return
    const next = concreteUsual(now)
    if (!next || before.length === 0 || next.deviceId === concreteUsual(before)?.deviceId) return
    await replace('microphone', usual, next.deviceId)
  }

  async function leaveGoneSpeaker(): Promise<void> {
    const speaker = call()?.chosen.speaker
    if (speaker === undefined || speaker === usual) return
    const { speakers } = choicesOf(known)
    if (speakers.length === 0 || speakers.some(({ deviceId }) => deviceId === speaker)) return
    await replace('speaker', speaker, usual)
  }

  async function lost(event: DeviceChanged, gone: string | undefined): Promise<void> {
    const { kind } = event
    happened({ ...event, device: { status: 'starting' } })
    const found = choicesOf((await browser?.enumerateDevices()) ?? [])
    const other = devicesFor(kind, found).find(
      ({ deviceId }) => deviceId === usual || deviceId !== gone,
    )
    // Meanwhile the visitor may have helped themselves.
    if (signal.aborted || call()?.[kind].status !== 'starting') return
    if (other) await replace(kind, gone, other.deviceId)
    else happened(event)
  }

  async function replace(
    role: DeviceRole,
    gone: string | undefined,
    deviceId: string,
  ): Promise<void> {
    const label = (gone !== undefined && names.get(gone)) || ''
    if (role === 'speaker') await context.selectSpeaker(deviceId)
    else await context.want(role, { on: true, deviceId })
    if (!signal.aborted) happened({ type: 'device-replaced', role, label, deviceId })
  }

  function inUse(kind: DeviceKind): string | undefined {
    const device = call()?.[kind]
    return device?.status === 'on' ? device.deviceId : undefined
  }

  browser?.addEventListener('devicechange', () => void look(), { signal })
  void look()
  return { look, lost }
}

/** The microphone behind the system's usual one: both are the same piece of hardware. */
function concreteUsual(devices: readonly MediaDeviceInfo[]): MediaDeviceInfo | undefined {
  const microphones = devices.filter(({ kind }) => kind === 'audioinput')
  const found = microphones.find(({ deviceId }) => deviceId === usual)
  return (
    found &&
    microphones.find(
      ({ deviceId, groupId }) => deviceId !== found.deviceId && groupId === found.groupId,
    )
  )
}
