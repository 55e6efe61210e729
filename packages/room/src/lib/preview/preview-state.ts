import { noDevices, type Devices } from '../devices/device-list.ts'
import type { Background, LocalDevice } from '../state/local-device.ts'

/** What a lobby shows: the visitor's devices before any room is entered. */
export interface PreviewState extends Devices {
  /** `idle`: no device was asked for yet; `stopped`: all were let go. */
  readonly status: 'idle' | 'running' | 'stopped'
  readonly camera: LocalDevice
  readonly microphone: LocalDevice
  /** The chosen one's id; `undefined` for the system's. */
  readonly speaker: string | undefined
  /** What others will see behind the visitor. */
  readonly background: Background
  /** `absent`: nothing can be blurred here; `failed`: it was tried, and the background is plain. */
  readonly blur: 'absent' | 'ready' | 'starting' | 'failed'
  /** The picture as it will be sent, or plain while a blur is starting; to be given to a muted `<video>` as its `srcObject`. */
  readonly picture: MediaStream | undefined
}

/** Where every preview starts: the visitor means to send both. */
export const idlePreview: PreviewState = {
  status: 'idle',
  camera: { status: 'off', by: 'self' },
  microphone: { status: 'off', by: 'self' },
  ...noDevices,
  speaker: undefined,
  background: 'plain',
  blur: 'absent',
  picture: undefined,
}
