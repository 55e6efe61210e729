import type { DeviceKind } from '../errors/device-error-code.ts'
import type { RoomError } from '../errors/room-error.ts'
import type { LocalDevice, WantedDevice, WantedMedia } from '../state/local-device.ts'
import type { Arrival, Stream } from '../state/participant.ts'
import type { PlatformEvent } from '../state/room-event.ts'

/** What a fake publication needs of its platform. */
export interface FakePublicationContext {
  readonly self: Arrival
  report(event: PlatformEvent): void
  addStream(participant: Arrival, stream: Pick<Stream, 'id'> & Partial<Stream>): void
  problemOf(kind: DeviceKind): RoomError | undefined
}

/** Opens devices that do not exist and sends them as the stream `{self}-camera`. */
export function createFakePublication(context: FakePublicationContext): {
  become(wanted: WantedMedia): Promise<void>
} {
  const { self, report } = context
  const id = `${self.id}-camera`
  const on: Record<DeviceKind, boolean> = { camera: false, microphone: false }
  let live = false

  function turn(kind: DeviceKind, wanted: WantedDevice): void {
    if (!wanted.on && !on[kind]) return
    const error = wanted.on ? context.problemOf(kind) : undefined
    on[kind] = wanted.on && !error
    report({
      type: 'device-changed',
      kind,
      device: error ? { status: 'failed', error } : deviceOf(kind, wanted),
    })
  }

  return {
    async become(wanted) {
      await Promise.resolve()
      turn('microphone', wanted.microphone)
      turn('camera', wanted.camera)
      const sent = { hasAudio: on.microphone, hasVideo: on.camera }
      if (live) report({ type: 'stream-changed', id, change: sent })
      else if (on.microphone || on.camera) context.addStream(self, { id, ...sent })
      live ||= on.microphone || on.camera
    },
  }
}

function deviceOf(kind: DeviceKind, { on, deviceId }: WantedDevice): LocalDevice {
  return on ? { status: 'on', deviceId: deviceId ?? `fake-${kind}` } : { status: 'off', by: 'self' }
}
