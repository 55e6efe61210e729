import { canChangePictures, type CameraEffectSource } from '../effects/camera-effect.ts'
import { deviceErrorCode, type DeviceKind } from '../errors/device-error-code.ts'
import { asRoomError, RoomError } from '../errors/room-error.ts'
import type { JoinOptions } from '../room/room-options.ts'
import type { Background, LocalDevice } from '../state/local-device.ts'
import { createEmitter } from '../store/emitter.ts'
import { createStore, type Listener } from '../store/store.ts'
import { choicesOf } from '../devices/device-list.ts'
import { problemOf } from '../devices/device-problem.ts'
import { bothOf, capture, mediaDevices } from './capture.ts'
import { meterLevel } from './level-meter.ts'
import { letGo, openBoth, type ChosenDevices } from './open-both.ts'
import { createPicture } from './picture.ts'
import { idlePreview, type PreviewState } from './preview-state.ts'

/** The visitor's own picture and voice before a room is entered; needs no OpenTok.js and sends nothing. */
export interface Preview {
  readonly state: PreviewState
  subscribe(listener: Listener<PreviewState>, options?: { signal?: AbortSignal }): void
  /** Loudness of the microphone, 0 (silent) to 1, per animation frame. */
  onAudioLevel(listener: (level: number) => void, options?: { signal?: AbortSignal }): void
  /** Opens camera and microphone with one question; a failure is in `state`, never thrown. */
  start(): Promise<void>
  startCamera(): Promise<void>
  stopCamera(): void
  unmuteMicrophone(): Promise<void>
  muteMicrophone(): void
  selectCamera(deviceId: string): Promise<void>
  selectMicrophone(deviceId: string): Promise<void>
  selectSpeaker(deviceId: string): void
  /** Shows what is behind the visitor or blurs it; a failure is in `state`, never thrown. */
  setBackground(background: Background): void
  /** The devices as `Room.join` takes them; what failed or was never opened is left to the room or left out. */
  readonly choice: Pick<JoinOptions, 'camera' | 'microphone' | 'speaker' | 'background'>
  /** Ends every track; the preview can be started again. */
  stop(): void
}

/** What a visitor chose the last time, by id; what is not there any more is passed over. */
export interface RememberedDevices extends ChosenDevices {
  readonly speaker?: string
  readonly background?: Background
}

/** What a preview may begin with. */
export interface PreviewOptions {
  readonly remembered?: RememberedDevices
  /** What `openBoth` is opening already: the first start takes it, and the preview lets go of what it does not take. */
  readonly opening?: Promise<MediaStream | undefined> | undefined
  /** Blurs what is behind the visitor; default: nothing can be blurred. */
  readonly blur?: CameraEffectSource | undefined
}

/** Makes a preview that has asked for nothing yet. */
export function createPreview({
  remembered = {},
  opening,
  ...options
}: PreviewOptions = {}): Preview {
  const blur = canChangePictures() ? options.blur : undefined
  const { background = 'plain', speaker, ...devices } = remembered
  const usual: PreviewState = {
    ...idlePreview,
    ...(blur && { blur: 'ready', background }),
  }
  const store = createStore<PreviewState>({ ...usual, speaker })
  const levels = createEmitter<number>()
  const chosen: ChosenDevices = devices
  const pictured = createPicture(set, blur)
  let running = new AbortController()
  const open: Record<DeviceKind, AbortController> = {
    camera: new AbortController(),
    microphone: new AbortController(),
  }

  let early = opening

  /** What was opened early is taken once. */
  async function takeEarly(): Promise<MediaStream | undefined> {
    const taken = early
    early = undefined
    return taken?.catch(() => undefined)
  }

  async function start(): Promise<void> {
    begin()
    const signals = { camera: renew('camera'), microphone: renew('microphone') }
    set({ camera: { status: 'starting' }, microphone: { status: 'starting' } })
    const both = await takeEarly()
      .then((stream) => stream ?? openBoth(chosen))
      // A device of an earlier visit may not be here today; who said no is not asked again.
      .catch((error: unknown) =>
        problemOf(error) === 'not-found' && Object.keys(chosen).length > 0
          ? openBoth({})
          : undefined,
      )
      .then((stream) => stream && bothOf(stream))
      .catch(() => undefined)
    if (both) {
      use('camera', both.camera, signals.camera)
      use('microphone', both.microphone, signals.microphone)
    } else {
      // One at a time tells which of them is the trouble.
      await acquire('microphone', signals.microphone)
      await acquire('camera', signals.camera)
    }
    await listDevices()
  }

  async function turnOn(kind: DeviceKind): Promise<void> {
    begin()
    const signal = renew(kind)
    set({ [kind]: { status: 'starting' } })
    await acquire(kind, signal)
    await listDevices()
  }

  function turnOff(kind: DeviceKind): void {
    renew(kind)
    set({ [kind]: { status: 'off', by: 'self' } })
  }

  async function select(kind: DeviceKind, deviceId: string): Promise<void> {
    chosen[kind] = deviceId
    if (store.value[kind].status !== 'off') await turnOn(kind)
  }

  async function acquire(kind: DeviceKind, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    try {
      use(kind, await capture(kind, chosen[kind]), signal)
    } catch (cause) {
      if (!signal.aborted) fail(kind, asRoomError(cause, deviceErrorCode(kind, 'failed')))
    }
  }

  function use(kind: DeviceKind, track: MediaStreamTrack, signal: AbortSignal): void {
    if (signal.aborted) return track.stop()
    signal.addEventListener('abort', () => track.stop())
    track.addEventListener('ended', () => fail(kind, new RoomError(`${kind}-not-found`)), {
      signal,
    })
    const { deviceId } = track.getSettings()
    const device: LocalDevice = { status: 'on', ...(deviceId !== undefined && { deviceId }) }
    if (kind === 'microphone') meterLevel(track, (level) => levels.emit(level), signal)
    set({ [kind]: device })
    if (kind === 'camera') pictured.show(track, store.value.background)
  }

  function fail(kind: DeviceKind, error: RoomError): void {
    renew(kind)
    set({ [kind]: { status: 'failed', error } })
  }

  /** Lets go of what a device had and gives the signal of its next turn. */
  function renew(kind: DeviceKind): AbortSignal {
    open[kind].abort()
    open[kind] = new AbortController()
    if (kind === 'camera') pictured.hide()
    return open[kind].signal
  }

  function begin(): void {
    if (store.value.status === 'running') return
    running = new AbortController()
    set({ status: 'running' })
    mediaDevices()?.addEventListener('devicechange', () => void listDevices(), {
      signal: running.signal,
    })
  }

  async function listDevices(): Promise<void> {
    const { signal } = running
    const devices = (await mediaDevices()?.enumerateDevices()) ?? []
    if (!signal.aborted) set(choicesOf(devices))
  }

  function set(change: Partial<PreviewState>): void {
    store.set({ ...store.value, ...change })
  }

  return {
    get state() {
      return store.value
    },
    get choice() {
      const { camera, microphone, status, speaker, background } = store.value
      const always = {
        ...(speaker !== undefined && { speaker }),
        ...(background !== 'plain' && { background }),
      }
      if (status === 'idle') return always
      return { ...always, ...choiceOf('camera', camera), ...choiceOf('microphone', microphone) }
    },
    subscribe: (listener, options) => store.subscribe(listener, options),
    onAudioLevel: (listener, options) => levels.subscribe(listener, options),
    start,
    startCamera: () => turnOn('camera'),
    stopCamera: () => turnOff('camera'),
    unmuteMicrophone: () => turnOn('microphone'),
    muteMicrophone: () => turnOff('microphone'),
    selectCamera: (deviceId) => select('camera', deviceId),
    selectSpeaker: (deviceId) => set({ speaker: deviceId }),
    setBackground(background) {
      set({ background })
      pictured.become(background)
    },
    selectMicrophone: (deviceId) => select('microphone', deviceId),
    stop() {
      running.abort()
      void takeEarly().then(letGo)
      renew('camera')
      renew('microphone')
      const { speaker, background } = store.value
      set({ ...usual, speaker, background, status: 'stopped' })
    },
  }
}

/** Nothing for a device that is still starting: who joins that fast wants it, and the room opens it. */
function choiceOf(kind: DeviceKind, device: LocalDevice): Pick<JoinOptions, DeviceKind> {
  if (device.status === 'starting') return {}
  return { [kind]: device.status === 'on' ? (device.deviceId ?? 'default') : false }
}
