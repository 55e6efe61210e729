import { asRoomError, RoomError } from '../errors/room-error.ts'
import type { DeviceKind } from '../errors/device-error-code.ts'
import { lazyPlatform } from '../platform/lazy-platform.ts'
import type { OpenTokSource } from '../opentok/load-open-tok.ts'
import { assertSignal, type ReceivedSignal, type SignalToSend } from '../platform/signal.ts'
import type {
  AudioLevel,
  PlatformSession,
  Stay,
  VideoPlatform,
} from '../platform/video-platform.ts'
import {
  wanting,
  type LocalDevice,
  type WantedDevice,
  type WantedMedia,
} from '../state/local-device.ts'
import { reduce } from '../state/reduce.ts'
import type { PlatformEvent, RoomEvent } from '../state/room-event.ts'
import { lobby, type RoomState } from '../state/room-state.ts'
import { createEmitter } from '../store/emitter.ts'
import { createStore, type Listener } from '../store/store.ts'
import { enter } from './enter.ts'
import { wantedMedia, type JoinOptions, type RoomOptions } from './room-options.ts'

/** Listeners end when the signal aborts. */
export interface ListenOptions {
  readonly signal?: AbortSignal
}

/**
 * A visitor's presence in one room: read it by `state`, change it by its verbs.
 *
 * A verb stores nothing; `state` changes when the video platform says what happened.
 */
export class Room {
  readonly name: string
  readonly #endpoint: string
  readonly #fetch: typeof fetch
  readonly #platform: VideoPlatform
  readonly #store = createStore<RoomState>(lobby)
  readonly #signals = createEmitter<ReceivedSignal>()
  readonly #levels = createEmitter<AudioLevel>()
  #stay = new AbortController()
  #joining: Promise<void> | undefined
  #session: PlatformSession | undefined
  #wanted: WantedMedia = wantedMedia({})
  #last: JoinOptions = {}

  /** Touches nothing: no request, no device, no script. */
  constructor(options: RoomOptions) {
    if (!options.room) throw new TypeError('A room needs a name: new Room({ room, endpoint }).')
    if (!options.endpoint) throw new TypeError('A room needs an endpoint, the backend’s address.')
    this.name = options.room
    this.#endpoint = String(options.endpoint)
    this.#fetch = options.fetch ?? globalThis.fetch
    this.#platform = options.platform ?? openTokPlatform(options.openTok)
  }

  /** What is known now; frozen, and a new object whenever anything changed. */
  get state(): RoomState {
    return this.#store.value
  }

  /** Calls back with each new state, once for all changes of a task. */
  subscribe(listener: Listener<RoomState>, options?: ListenOptions): void {
    this.#store.subscribe(listener, options)
  }

  /** Calls back with each signal that comes, also the visitor's own. */
  onSignal(listener: (signal: ReceivedSignal) => void, options?: ListenOptions): void {
    this.#signals.subscribe(listener, options)
  }

  /** Calls back up to 60 times a second per stream; kept out of `state` for that reason. */
  onAudioLevel(listener: (level: AudioLevel) => void, options?: ListenOptions): void {
    this.#levels.subscribe(listener, options)
  }

  /**
   * Enters the room; a second call while entering is the first one, in the room it does nothing.
   *
   * Resolves once connected, rejects with a `RoomError` (`state` then is `failed`) or, when `leave`
   * was called meanwhile, with an `AbortError`. A device that fails does not reject.
   */
  join(options: JoinOptions = {}): Promise<void> {
    if (this.#session) return Promise.resolve()
    this.#joining ??= this.#join(options).finally(() => (this.#joining = undefined))
    return this.#joining
  }

  /** Enters the way the last `join` asked for, after a failure or after having left. */
  rejoin(): Promise<void> {
    return this.join(this.#last)
  }

  /** Leaves, or gives up joining; camera and microphone are off when it returns. */
  leave(): void {
    const { phase } = this.state
    this.#end()
    if (phase === 'joining') this.#dispatch({ type: 'join-cancelled' })
    else this.#dispatch({ type: 'departed', departure: { reason: 'self' } })
  }

  /** Goes silent; the microphone stays open. */
  muteMicrophone(): Promise<void> {
    return this.#want('microphone', { on: false })
  }

  /** Speaks again, or for the first time. */
  unmuteMicrophone(): Promise<void> {
    return this.#want('microphone', { on: true })
  }

  /** Closes the camera; its light goes out. */
  stopCamera(): Promise<void> {
    return this.#want('camera', { on: false })
  }

  /** Opens the camera. */
  startCamera(): Promise<void> {
    return this.#want('camera', { on: true })
  }

  /** Uses another microphone, now or when it is unmuted. */
  selectMicrophone(deviceId: string): Promise<void> {
    return this.#want('microphone', { deviceId })
  }

  /** Uses another camera, now or when it is started. */
  selectCamera(deviceId: string): Promise<void> {
    return this.#want('camera', { deviceId })
  }

  /** Sends a short message; rejects with `RoomError` `not-connected`, `signal-invalid` or `signal-failed`. */
  async sendSignal(signal: SignalToSend): Promise<void> {
    assertSignal(signal)
    await this.#connected().send(signal)
  }

  /** Lets the browser play sound; call it in a click when `state.audio` is `blocked`. */
  async unblockAudio(): Promise<void> {
    await this.#connected().unblockAudio()
  }

  /** The live element of a stream, to be shown in one place; `undefined` before it exists. */
  video(streamId: string): HTMLVideoElement | undefined {
    return this.#session?.video(streamId)
  }

  async #join(options: JoinOptions): Promise<void> {
    const stay = new AbortController()
    this.#stay = stay
    this.#last = options
    this.#wanted = wantedMedia(options)
    this.#dispatch({ type: 'join-started', wanted: this.#wanted })
    // Events may come before `joined`, which makes the call that they change.
    const early: PlatformEvent[] = []
    let onEvent = (event: PlatformEvent): void => void early.push(event)
    try {
      const { session, role } = await enter({
        request: this.#request(options.name),
        platform: this.#platform,
        stay: this.#listeners(stay.signal, (event) => onEvent(event)),
        onPrepared: () => this.#dispatch({ type: 'join-prepared' }),
      })
      this.#session = session
      this.#dispatch({ type: 'joined', self: session.self, role })
      onEvent = (event) => this.#happened(event)
      early.forEach(onEvent)
    } catch (cause) {
      // `leave` has already said what happened.
      stay.signal.throwIfAborted()
      const error = asRoomError(cause, 'connect-failed')
      stay.abort()
      this.#dispatch({ type: 'join-failed', error })
      throw error
    }
    void this.#publish()
  }

  #request(name: string | undefined) {
    return {
      endpoint: this.#endpoint,
      room: this.name,
      fetch: this.#fetch,
      ...(name !== undefined && { name }),
    }
  }

  #listeners(signal: AbortSignal, onEvent: (event: PlatformEvent) => void): Stay {
    const unlessOver =
      <Value>(listener: (value: Value) => void) =>
      (value: Value): void => {
        if (!signal.aborted) listener(value)
      }
    return {
      signal,
      onEvent: unlessOver(onEvent),
      onLevel: unlessOver((level) => this.#levels.emit(level)),
      onSignal: unlessOver((received) => this.#signals.emit(received)),
    }
  }

  #happened(event: PlatformEvent): void {
    // A device that went off by itself is not wanted on any more: the next click asks again.
    if (event.type === 'device-changed' && wasTaken(event.device)) {
      this.#wanted = wanting(this.#wanted, event.kind, { on: false })
    }
    this.#dispatch(event)
    if (event.type === 'departed') this.#end()
  }

  async #want(kind: DeviceKind, change: Partial<WantedDevice>): Promise<void> {
    this.#connected()
    this.#wanted = wanting(this.#wanted, kind, change)
    await this.#publish()
  }

  async #publish(): Promise<void> {
    const { state } = this
    if ('role' in state && state.role === 'subscriber') return
    await this.#session?.publish(this.#wanted)
  }

  #connected(): PlatformSession {
    if (!this.#session) throw new RoomError('not-connected')
    return this.#session
  }

  #end(): void {
    this.#session = undefined
    this.#stay.abort(new DOMException('The visitor left.', 'AbortError'))
  }

  #dispatch(event: RoomEvent): void {
    this.#store.set(reduce(this.state, event))
  }
}

/** Whoever looks at a lobby need not have what only a call takes. */
function openTokPlatform(source: OpenTokSource | undefined): VideoPlatform {
  return lazyPlatform(async () => {
    const { createOpenTokPlatform } = await import('../opentok/open-tok-platform.ts')
    return createOpenTokPlatform(source)
  })
}

function wasTaken(device: LocalDevice): boolean {
  return device.status === 'failed' || (device.status === 'off' && device.by === 'host')
}
