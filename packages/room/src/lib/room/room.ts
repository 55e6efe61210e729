import type { Site } from '../backend/ask-backend.ts'
import { asRoomError, RoomError } from '../errors/room-error.ts'
import type { DeviceKind } from '../errors/device-error-code.ts'
import { canChangePictures, type CameraEffectSource } from '../effects/camera-effect.ts'
import { assertSignal, type ReceivedSignal, type SignalToSend } from '../platform/signal.ts'
import type {
  AudioLevel,
  PlatformSession,
  Stay,
  VideoPlatform,
} from '../platform/video-platform.ts'
import {
  isGone,
  wanting,
  wasTaken,
  type Background,
  type LocalDevice,
  type WantedCamera,
  type WantedMedia,
} from '../state/local-device.ts'
import { reduceOutside } from '../state/reduce-outside.ts'
import type { PlatformEvent, RoomEvent } from '../state/room-event.ts'
import { callOf, lobby, type RoomState } from '../state/room-state.ts'
import { createEmitter } from '../store/emitter.ts'
import { createStore, type Listener } from '../store/store.ts'
import type { CaptionReader } from '../captions/captions.ts'
import type { Host } from '../host/host.ts'
import type { Talk } from '../talk/talk.ts'
import type { Company } from './company.ts'
import type { DeviceKeeper } from './device-keeper.ts'
import type * as WayIn from './way-in.ts'
import { wantedMedia, type JoinOptions, type RoomOptions } from './room-options.ts'
import { untilOver } from './until-over.ts'

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
  readonly #site: Omit<Site, 'signal'>
  readonly #options: RoomOptions
  readonly #blur: CameraEffectSource | undefined
  #platform: VideoPlatform | undefined
  #fetching: Promise<typeof WayIn> | undefined
  #wayIn: typeof WayIn | undefined
  readonly #store = createStore<RoomState>(lobby)
  readonly #signals = createEmitter<ReceivedSignal>()
  readonly #levels = createEmitter<AudioLevel>()
  #stay = new AbortController()
  #joining: Promise<void> | undefined
  #session: PlatformSession | undefined
  #wanted: WantedMedia = wantedMedia({})
  #last: JoinOptions = {}
  /** What a waiting room knows the visitor by. */
  #ticket: string | undefined
  /** What this meeting knows the visitor by; a secret, for coming back to it as the same person. */
  #pass: string | undefined
  /** A host has ended the meeting for everybody: whoever is put out now was not removed. */
  #isEnded = false
  #company: Company | undefined
  #keeper: DeviceKeeper | undefined

  /** Touches nothing: no request, no device, no script. */
  constructor(options: RoomOptions) {
    if (!options.room) throw new TypeError('A room needs a name: new Room({ room, endpoint }).')
    if (!options.endpoint) throw new TypeError('A room needs an endpoint, the backend’s address.')
    this.name = options.room
    const { room, endpoint, fetch = globalThis.fetch } = options
    this.#site = { endpoint: String(endpoint), room, fetch }
    this.#options = options
    this.#blur = canChangePictures() ? options.blur : undefined
    this.#platform = options.platform
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

  /** Fetches the code that only a join takes, so that `join` need not wait for it; asks nothing of anybody else. */
  async prepare(): Promise<void> {
    await this.#fetchWayIn()
  }

  /**
   * Enters the room; a second call while entering is the first one, in the room it does nothing.
   *
   * Resolves once connected, rejects with a `RoomError` (`state` then is `failed`) or, when `leave`
   * was called meanwhile, with an `AbortError`. A device that fails does not reject.
   */
  join(options: JoinOptions = {}): Promise<void> {
    if (callOf(this.state)) return Promise.resolve()
    if (this.#joining) return this.#joining
    const joining = this.#join(options).finally(() => {
      // After a leave meanwhile, another join may be under way.
      if (this.#joining === joining) this.#joining = undefined
    })
    this.#joining = joining
    return joining
  }

  /** Enters the way the last `join` asked for, after a failure or after having left. */
  rejoin(): Promise<void> {
    return this.join(this.#last)
  }

  /** Leaves, or gives up joining; camera and microphone are off when it returns. */
  leave(): void {
    const { phase } = this.state
    this.#end()
    this.#joining = undefined
    if (phase === 'joining' || phase === 'waiting') this.#dispatch({ type: 'join-cancelled' })
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

  /** Whether `setBackground` can blur: the room was given a `blur`, and this browser lets it work. */
  get canBlur(): boolean {
    return this.#blur !== undefined
  }

  /** Blurs what is behind the visitor, or shows it; a camera that cannot do it goes off, as `camera-blur-failed`. */
  setBackground(background: Background): Promise<void> {
    return this.#want('camera', { background })
  }

  /** Asks the visitor which screen to show everybody, with the sound of a tab where there is one; call it in a click. */
  async shareScreen(): Promise<void> {
    await this.#connected().shareScreen()
  }

  /** Stops showing the screen. */
  stopSharing(): void {
    this.#session?.stopSharing()
  }

  /** Plays everything on another loudspeaker, where the browser can. */
  async selectSpeaker(deviceId: string): Promise<void> {
    this.#last = { ...this.#last, speaker: deviceId }
    if (!(await this.#connected().useSpeaker(deviceId))) return
    this.#dispatch({ type: 'device-chosen', role: 'speaker', deviceId })
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

  /** Messages, hands and reactions; there while the visitor is connected. */
  get talk(): Talk | undefined {
    return this.#company?.talk
  }

  /** Reading what people say; there while the visitor is connected. */
  get captions(): CaptionReader | undefined {
    return this.#company?.captions
  }

  /** What only a host can do; there while a host is connected. */
  get host(): Host | undefined {
    return this.#company?.host
  }

  /** The live element of a stream, to be shown in one place; `undefined` before it exists. */
  video(streamId: string): HTMLVideoElement | undefined {
    return this.#session?.video(streamId)
  }

  async #join(options: JoinOptions): Promise<void> {
    // An automatic rejoin may be in progress.
    this.#end()
    const stay = (this.#stay = new AbortController())
    this.#isEnded = false
    this.#last = options
    this.#wanted = wantedMedia(options)
    this.#dispatch({ type: 'join-started', wanted: this.#wanted })
    try {
      await this.#enter(stay.signal)
    } catch (cause) {
      // `leave` has already said what happened.
      stay.signal.throwIfAborted()
      const error = asRoomError(cause, 'connect-failed')
      // Whoever was turned away may knock again.
      if (isKnownNoMore(error)) this.#forget()
      stay.abort()
      this.#dispatch({ type: 'join-failed', error })
      throw error
    }
    void this.#publish()
  }

  async #fetchWayIn(): Promise<typeof WayIn> {
    try {
      this.#fetching ??= import('./way-in.ts')
      this.#wayIn = await this.#fetching
      return this.#wayIn
    } catch (cause) {
      this.#fetching = undefined
      throw new RoomError('backend-unreachable', { cause })
    }
  }

  async #enter(signal: AbortSignal): Promise<void> {
    const wayIn = await this.#fetchWayIn()
    signal.throwIfAborted()
    this.#platform ??= wayIn.createOpenTokPlatform({
      openTok: this.#options.openTok,
      blur: this.#blur,
    })
    // What happens before `joined` waits for the call that it changes.
    const early: (() => void)[] = []
    let when = (happens: () => void): void => void early.push(happens)
    const entered = await wayIn.enter({
      request: this.#request(),
      platform: this.#platform,
      stay: this.#listeners(signal, (happens) => when(happens)),
      onPrepared: () => this.#dispatch({ type: 'join-prepared' }),
    })
    const { session, role, features } = entered
    this.#ticket = entered.ticket ?? this.#ticket
    this.#pass = entered.insider?.pass
    const call = () => callOf(this.state)
    this.#session = session
    const before = call()
    this.#dispatch({ type: 'joined', self: session.self, role, features })
    this.#company = wayIn.createCompany({
      site: { ...this.#site, signal },
      entered,
      before,
      call,
      happened: (event) => this.#dispatch(event),
    })
    const { speaker } = this.#last
    if (speaker !== undefined) void this.selectSpeaker(speaker)
    this.#keeper = wayIn.createDeviceKeeper({
      signal,
      call,
      want: (kind, change) => this.#want(kind, change),
      selectSpeaker: (deviceId) => this.selectSpeaker(deviceId),
      happened: (happened) => this.#dispatch(happened),
    })
    when = (happens) => happens()
    early.forEach(when)
  }

  /** The second stage of getting back: OpenTok.js has given up, so the room enters again, with a new token. */
  async #rejoin(): Promise<void> {
    this.#end()
    this.#dispatch({ type: 'connection-lost' })
    const { signal } = (this.#stay = new AbortController())
    try {
      const { untilItWorks } = await this.#fetchWayIn()
      await untilItWorks((attempt) => this.#enter(attempt), signal)
    } catch (cause) {
      // `leave` has already said what happened.
      if (signal.aborted) return
      const error = new RoomError('network-lost')
      this.#end()
      if (this.state.phase === 'waiting') {
        this.#dispatch({ type: 'join-failed', error: asRoomError(cause, 'network-lost') })
      } else this.#dispatch({ type: 'departed', departure: { reason: 'network-lost', error } })
      return
    }
    void this.#publish()
  }

  #request() {
    const { name } = this.#last
    return {
      ...this.#site,
      ...(name !== undefined && { name }),
      ...(this.#ticket !== undefined && { ticket: this.#ticket }),
      ...(this.#pass !== undefined && { pass: this.#pass }),
      onWaiting: (ticket: string) => {
        this.#ticket = ticket
        this.#dispatch({ type: 'waiting-began', wanted: this.#wanted })
      },
    }
  }

  #listeners(signal: AbortSignal, when: (happens: () => void) => void): Stay {
    return untilOver({
      signal,
      onEvent: (event) => when(() => this.#happened(event)),
      onLevel: (level) => {
        this.#levels.emit(level)
        this.#company?.listened(level)
      },
      onSignal: (received) =>
        when(() => {
          if (received.type === endedSignal && received.from === undefined) this.#isEnded = true
          this.#company?.heard(received)
          this.#signals.emit(received)
        }),
      onCaption: (caption) => this.#company?.said(caption),
    })
  }

  #happened(event: PlatformEvent): void {
    // A device that went off by itself is not wanted on any more: the next click asks again.
    if (event.type === 'device-changed' && wasTaken(event.device)) {
      const { on, deviceId } = this.#wanted[event.kind]
      const device = callOf(this.state)?.[event.kind]
      const used = device?.status === 'on' ? device.deviceId : deviceId
      this.#wanted = wanting(this.#wanted, event.kind, { on: false })
      if (on && this.#keeper && isGone(event.kind, event.device)) {
        void this.#keeper.lost(event, used)
        return
      }
    }
    // Only now the browser tells what the devices are called.
    if (event.type === 'device-changed' && event.device.status === 'on') void this.#keeper?.look()
    if (event.type === 'departed' && event.departure.reason === 'network-lost') {
      void this.#rejoin()
      return
    }
    if (event.type === 'participant-joined') this.#company?.arrived(event.participant.id)
    if (event.type === 'participant-left') this.#company?.left(event.id)
    this.#dispatch(this.#isEnded ? asEnded(event) : event)
    if (event.type !== 'departed') return
    this.#end()
    // Whoever leaves may come back; whoever was put out asks anew.
    if (event.departure.reason !== 'self') this.#forget()
  }

  /** What was given for this meeting is of no use, and not to be used, after it. */
  #forget(): void {
    this.#ticket = undefined
    this.#pass = undefined
  }

  async #want(kind: DeviceKind, change: Partial<WantedCamera>): Promise<void> {
    if (!callOf(this.state)) throw new RoomError('not-connected')
    this.#wanted = wanting(this.#wanted, kind, change)
    const { deviceId, background } = change
    if (deviceId !== undefined) this.#dispatch({ type: 'device-chosen', role: kind, deviceId })
    if (background !== undefined) this.#dispatch({ type: 'background-chosen', background })
    if (this.#session) return this.#publish()
    // Between two sessions it is what the next one will begin with.
    const device: LocalDevice = this.#wanted[kind].on
      ? { status: 'starting' }
      : { status: 'off', by: 'self' }
    this.#dispatch({ type: 'device-changed', kind, device })
  }

  async #publish(): Promise<void> {
    if (callOf(this.state)?.role === 'subscriber') return
    await this.#session?.publish(this.#wanted)
  }

  #connected(): PlatformSession {
    if (!this.#session) throw new RoomError('not-connected')
    return this.#session
  }

  #end(): void {
    this.#session = undefined
    this.#company = undefined
    this.#keeper = undefined
    this.#stay.abort(new DOMException('The visitor left.', 'AbortError'))
  }

  #dispatch(event: RoomEvent): void {
    const { state } = this
    const isInCall = state.phase === 'connected' || state.phase === 'reconnecting'
    const next = isInCall ? this.#wayIn?.reduceCall(state, event) : reduceOutside(state, event)
    // Nobody is in a call without what a join takes.
    if (next) this.#store.set(next)
  }
}

/** What the backend tells everybody before it puts them out. */
const endedSignal = 'ot-room-ended'

function asEnded(event: PlatformEvent): PlatformEvent {
  if (event.type !== 'departed' || event.departure.reason !== 'removed') return event
  return { type: 'departed', departure: { reason: 'ended', error: new RoomError('ended') } }
}

/** Whether the backend takes the visitor's ticket for nobody's any more. */
function isKnownNoMore({ refusal }: RoomError): boolean {
  return refusal !== undefined && ['denied', 'banned', 'conflict'].includes(refusal.code)
}
