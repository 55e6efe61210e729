import type {
  CameraEffect,
  JoinOptions,
  Room,
  RoomOptions,
  RoomState,
  SignalToSend,
} from '@ot-room/room'
import { letGo } from '@ot-room/room/preview'
import { headStart } from './head-start.ts'
import type { Strings } from '../strings/en.ts'
import { gateEn } from '../strings/gate-en.ts'
import { languageOf } from '../strings/language.ts'
import { closestLanguage, loadLocale } from '../strings/locales.ts'
import { BrowserElement } from './browser-element.ts'
import { noteAddress } from './script-address.ts'
import { showGate, type Gate } from './gate.ts'
import { adoptEarlyProperties, propertyOf, reflect } from './reflect.ts'
import type { RoomUi } from './room-ui.ts'
import { gateStyles, hostStyles } from './shell.styles.ts'
import { whenSeen } from './when-seen.ts'

const attributes = {
  room: 'text',
  endpoint: 'text',
  name: 'text',
  opentok: 'text',
  integrity: 'text',
  'background-blur': 'text',
  autojoin: 'presence',
  consent: 'presence',
  loading: 'text',
  layout: 'text',
  'self-view': 'text',
  mirror: 'text',
  shortcuts: 'text',
} as const

/**
 * A video room: lobby, call and everything that can go wrong.
 *
 * The element itself is a few kilobytes; what it shows is fetched when it is to be seen, OpenTok.js when somebody joins.
 *
 * @tag ot-room
 *
 * @attr room - The room's name. Another name leaves the room and shows the lobby of the new one.
 * @attr endpoint - The backend's address; without a host it is relative to the page.
 * @attr name - The visitor's name, to start with.
 * @attr opentok - Where OpenTok.js is; default: the one on the page, else the vendor's copy.
 * @attr integrity - The Subresource Integrity value of that file.
 * @attr background-blur - Where the module is that blurs backgrounds, `blur.js` of `@ot-room/effects`; default: there is no blur.
 * @attr autojoin - Joins without a click as soon as the element is on the page.
 * @attr consent - Loads nothing at all before a first click.
 * @attr loading - `lazy` loads nothing before the element is near the visible part of the page.
 * @attr lang - The language; default: that of the page around it. It may change at any time.
 * @attr layout - `auto`, `grid`, `speaker` or `sidebar`.
 * @attr self-view - `tile`, `floating` or `hidden`.
 * @attr mirror - `off` shows the visitor to themselves as others see them.
 * @attr shortcuts - `off` leaves single keys alone.
 *
 * @fires {OtJoinEvent} ot-join - The visitor is in the room.
 * @fires {OtLeaveEvent} ot-leave - The visitor is out again.
 * @fires {OtErrorEvent} ot-error - Joining, the stay or a device failed.
 * @fires {OtSignalEvent} ot-signal - A signal came.
 * @fires {OtDeviceEvent} ot-device - The visitor's microphone, camera or screen is in another state.
 * @fires {OtParticipantEvent} ot-participant-join - Somebody else came.
 * @fires {OtParticipantEvent} ot-participant-leave - Somebody else went.
 *
 * @slot consent - What is said before the first click of `consent`.
 * @slot broken - What is said when the room itself did not load.
 * @slot lobby-header - Above the lobby's form, for example a logo.
 * @slot lobby-footer - Below the join button, for example a consent text.
 * @slot toolbar-start - Buttons before the microphone.
 * @slot toolbar-end - Buttons between the camera and leaving.
 * @slot joining - Below the message while joining.
 * @slot waiting - Below the message while waiting to be let in.
 * @slot left - Below the message after leaving.
 * @slot failed - Below the message of a failure.
 *
 * @csspart consent - The gate of `consent`; also `broken`; in them `heading`, `help`, `open`.
 * @csspart lobby - The lobby; in it `form`, `preview`, `preview-video`, `preview-start`, `preview-camera`,
 *   `preview-microphone`, `title`, `hint`, `devices`, `field`, `meter`, `blur`, `test-sound`,
 *   `join`.
 * @csspart call - The call: the stage and the toolbar.
 * @csspart stage - The people; in it `tiles`, `tile`, `featured`, `floating`, `screen`, `ring`, `media`, `avatar`, `label`,
 *   `badge`, `hand`, `reaction`, `pin`, `alone`.
 * @csspart toolbar - The controls; in it `bar`, `microphone`, `camera`, `share`, `captions`, `react`, `reactions`,
 *   `raise-hand`, `chat`, `people`, `more`, `panel`, `record`, `caption`, `caption-language`, `guests`, `devices`,
 *   `fullscreen`, `picture-in-picture`, `leave`.
 * @csspart chat-panel - What people write to each other; in it `heading`, `close`, `messages`, `message`, `own`,
 *   `compose`, `send`.
 * @csspart people-panel - Who is there; in it `heading`, `close`, `list`, `person`, `host`.
 * @csspart captions-panel - What others say, written down; in it `line`, `speaker`.
 * @csspart recording - The sign of a recording.
 * @csspart notices - Where notices appear during a call.
 * @csspart notice - One notice; also `reconnecting`, `audio-blocked`, `muted-by-host`, `held`, `sharing`, `knock`,
 *   `toast` or `device`.
 * @csspart speechless - That the words of the visitor's language did not load.
 * @csspart outcome - A full-size message; also `joining`, `waiting`, `left`, `failed`, `broken` or `unconfigured`; in it
 *   `icon`, `heading`, `help`, `progress`, `detail`, `actions`.
 *
 * @cssproperty --ot-accent - The main button, focus, progress.
 * @cssproperty --ot-accent-text - Text on the accent.
 * @cssproperty --ot-surface - The background of lobby, toolbar and messages.
 * @cssproperty --ot-surface-raised - Buttons and what lies on the surface.
 * @cssproperty --ot-stage - The background behind the tiles.
 * @cssproperty --ot-tile - A tile without a picture.
 * @cssproperty --ot-text - Text.
 * @cssproperty --ot-text-muted - Text of less weight.
 * @cssproperty --ot-border - Lines between regions.
 * @cssproperty --ot-control-border - Outlines of fields and secondary buttons.
 * @cssproperty --ot-danger - Leaving, and what is off.
 * @cssproperty --ot-danger-text - Text on danger.
 * @cssproperty --ot-speaking - The ring of whoever speaks, and the level meter.
 * @cssproperty [--ot-captions-size=1.125rem] - The size of captions.
 * @cssproperty [--ot-radius=1rem] - The roundness that all others derive from.
 * @cssproperty [--ot-gap=0.75rem] - The space between tiles.
 * @cssproperty [--ot-min-block-size=36rem] - The least height.
 * @cssproperty [--ot-color-scheme=light dark] - `light` or `dark` to stop following the visitor's choice.
 * @cssproperty [--ot-font=system-ui] - The font family.
 *
 * @cssstate consent - Nothing is loaded before a click.
 * @cssstate broken - The room itself did not load.
 * @cssstate lobby - Outside, nothing asked yet.
 * @cssstate joining - On the way in.
 * @cssstate waiting - A host has to let the visitor in.
 * @cssstate connected - In the room.
 * @cssstate reconnecting - In the room, without a network.
 * @cssstate left - Out again.
 * @cssstate failed - Never got in.
 */
export class OtRoom extends BrowserElement {
  static readonly observedAttributes = [...Object.keys(attributes), 'lang']

  declare room: string | undefined
  declare endpoint: string | undefined
  declare name: string | undefined
  declare opentok: string | undefined
  declare integrity: string | undefined
  declare backgroundBlur: string | undefined
  declare autojoin: boolean
  declare consent: boolean
  declare loading: string | undefined
  declare layout: string | undefined
  declare selfView: string | undefined
  declare mirror: string | undefined
  declare shortcuts: string | undefined

  readonly #internals = this.attachInternals()
  readonly #root = this.attachShadow({ mode: 'open' })
  #strings: Strings | undefined
  #createRoom: ((options: RoomOptions) => Room) | undefined
  #loadOpenTok: (() => Promise<unknown>) | undefined
  #loadBlur: (() => Promise<BlurModule>) | undefined
  #opening: Promise<RoomUi> | undefined
  #ui: RoomUi | undefined
  #devices: Promise<MediaStream | undefined> | undefined
  readonly #ahead = new AbortController()
  #presence = new AbortController()
  /** Aborts when a `leave` follows what the page has asked for. */
  #intent = new AbortController()
  #hasLeft = false

  constructor() {
    super()
    this.#root.adoptedStyleSheets = [hostStyles, gateStyles].map(sheetOf)
  }

  /** Words of the page's own instead of those of its language: `{ ...en, join: 'Enter' }`. */
  get strings(): Strings | undefined {
    return this.#strings
  }
  set strings(strings: Strings | undefined) {
    if (strings === this.#strings) return
    this.#strings = strings
    this.#ui?.changed('strings')
  }

  /** Makes the room behind the element; set it to add headers to requests, or in tests. */
  get createRoom(): ((options: RoomOptions) => Room) | undefined {
    return this.#createRoom
  }
  set createRoom(createRoom: ((options: RoomOptions) => Room) | undefined) {
    if (createRoom === this.#createRoom) return
    this.#createRoom = createRoom
    this.#ui?.changed('createRoom')
  }

  /** Brings OpenTok.js from a package instead of an address: `() => import('@opentok/client')`. */
  get loadOpenTok(): (() => Promise<unknown>) | undefined {
    return this.#loadOpenTok
  }
  set loadOpenTok(loadOpenTok: (() => Promise<unknown>) | undefined) {
    if (loadOpenTok === this.#loadOpenTok) return
    this.#loadOpenTok = loadOpenTok
    this.#ui?.changed('loadOpenTok')
  }

  /** Brings the blur from a package instead of an address: `() => import('@ot-room/effects/blur')`. */
  get loadBlur(): (() => Promise<BlurModule>) | undefined {
    return this.#loadBlur
  }
  set loadBlur(loadBlur: (() => Promise<BlurModule>) | undefined) {
    if (loadBlur === this.#loadBlur) return
    this.#loadBlur = loadBlur
    this.#ui?.changed('loadBlur')
  }

  /** The headless room, for everything that has no method here; `undefined` until it is loaded and has its attributes. */
  get presence(): Room | undefined {
    return this.#ui?.presence
  }

  /** The frozen snapshot that is shown. */
  get state(): RoomState {
    return this.presence?.state ?? { phase: 'lobby' }
  }

  /** Joins with the lobby's devices unless told otherwise, without waiting to be seen or agreed to; rejects with a `RoomError`. */
  async join(options: JoinOptions = {}): Promise<void> {
    this.#endHeadStart()
    const { signal } = this.#intent
    const ui = await this.open()
    // The page may have thought better of it while the room loaded.
    signal.throwIfAborted()
    await ui.join(options)
  }

  /** Leaves the room, or gives up joining: a `join` that is under way rejects with an `AbortError`. */
  leave(): void {
    this.#intent.abort(new DOMException('The page left the room.', 'AbortError'))
    this.#intent = new AbortController()
    this.#hasLeft = true
    this.#ui?.leave()
  }

  /** Sends a short message to everybody or to one participant; rejects with a `RoomError`. */
  async sendSignal(signal: SignalToSend): Promise<void> {
    await (await this.open()).sendSignal(signal)
  }

  /** Opens or closes the visitor's microphone; rejects with a `RoomError` outside of a call. */
  async setMicrophone(state: 'on' | 'off'): Promise<void> {
    const room = (await this.open()).required
    await (state === 'on' ? room.unmuteMicrophone() : room.muteMicrophone())
  }

  /** Opens or closes the visitor's camera; rejects with a `RoomError` outside of a call. */
  async setCamera(state: 'on' | 'off'): Promise<void> {
    const room = (await this.open()).required
    await (state === 'on' ? room.startCamera() : room.stopCamera())
  }

  /** Asks the visitor which screen to show; call it in a click. Rejects with a `RoomError` outside of a call. */
  async shareScreen(): Promise<void> {
    await (await this.open()).required.shareScreen()
  }

  /** Stops showing the screen. */
  stopSharing(): void {
    this.presence?.stopSharing()
  }

  /** Keeps somebody, or a screen by its stream's id, large on the visitor's own stage. */
  pin(id: string): void {
    this.#ui?.view.pin(id)
  }

  /** Lets go of what was pinned. */
  unpin(id: string): void {
    this.#ui?.view.unpin(id)
  }

  /** Fills the screen, or stops filling it; call it in a click. */
  async toggleFullscreen(): Promise<void> {
    await (await this.open()).view.windows.toggleFullscreen()
  }

  /** Opens a small window on top with the call; call it in a click. */
  async pictureInPicture(): Promise<void> {
    await (await this.open()).view.windows.pictureInPicture()
  }

  /** Loads and shows the lobby, as a visitor's click on a `consent` gate does; rejects when it cannot be fetched. */
  async open(): Promise<RoomUi> {
    this.#opening ??= this.#load()
    return this.#opening
  }

  connectedCallback(): void {
    this.#presence = new AbortController()
    this.#hasLeft = false
    adoptEarlyProperties(this, [...Object.keys(attributes).map(propertyOf), ...given])
    if (this.#ui) this.#ui.attached()
    else void this.#begin(this.#presence.signal)
  }

  disconnectedCallback(): void {
    this.#presence.abort()
    this.#endHeadStart()
    this.#ui?.detached()
  }

  attributeChangedCallback(attribute: string, before: string | null, after: string | null): void {
    if (before !== after) this.#ui?.changed(propertyOf(attribute))
  }

  async #begin(signal: AbortSignal): Promise<void> {
    if (this.loading === 'lazy') await whenSeen(this, signal)
    if (this.consent && !this.#opening) {
      const words = await this.#gateWords()
      if (signal.aborted || this.#opening) return
      await this.#gate({
        part: 'consent',
        heading: words.consentHeading,
        help: words.consentHelp,
        button: words.consentOpen,
      })
    }
    // Who is about to see the lobby sees themselves the sooner. By itself the room needs no lobby.
    if (this.room && this.endpoint && !this.autojoin && !this.#opening) {
      this.#devices = headStart(this.#ahead.signal)
    }
    // The gate of a room that is broken says so.
    if (!signal.aborted) await this.open().catch(() => undefined)
  }

  async #load(): Promise<RoomUi> {
    try {
      const fetching = import('../room/mount-room.ts')
      // The room asks for the words again, and they are on their way by then.
      loadLocale(languageOf(this)).catch(() => undefined)
      const { mountRoom } = await fetching
      const frame = {
        host: this,
        root: this.#root,
        internals: this.#internals,
        opening: this.#devices,
        mayJoinUnasked: () => this.autojoin && !this.#hasLeft,
      }
      this.#internals.states.clear()
      this.#ui = mountRoom(frame)
      if (this.isConnected) this.#ui.attached()
      return this.#ui
    } catch (error) {
      this.#endHeadStart()
      const { brokenHeading: heading, brokenHelp: help, brokenReload: button } = gateEn
      // A browser does not fetch a module again that has failed, so the page has to.
      void this.#gate({ part: 'broken', heading, help, button }).then(() => location.reload())
      throw error
    }
  }

  /** Devices that the lobby will not show are let go of; once there is a lobby, they are its own. */
  #endHeadStart(): void {
    if (this.#ui) return
    this.#ahead.abort()
    void this.#devices?.then(letGo)
  }

  #gate(gate: Gate): Promise<void> {
    this.#internals.states.add(gate.part)
    return showGate(this.#root, gate, this.#presence.signal)
  }

  async #gateWords(): Promise<Gates> {
    const language = languageOf(this)
    // English is here already; what does not load leaves it at that.
    if (closestLanguage(language) === 'en') return gateEn
    return loadLocale(language).then(
      ({ strings }) => strings.gate,
      () => gateEn,
    )
  }
}

/** What `@ot-room/effects/blur` exports. */
export interface BlurModule {
  createBlur(): Promise<CameraEffect>
}

type Gates = Strings['gate']

/** Properties that no attribute can carry. */
const given = ['strings', 'createRoom', 'loadOpenTok', 'loadBlur']

reflect(OtRoom.prototype, attributes)

for (const attribute of ['opentok', 'background-blur'] as const) {
  const property = propertyOf(attribute)
  const reflected = Object.getOwnPropertyDescriptor(OtRoom.prototype, property)
  Object.defineProperty(OtRoom.prototype, property, {
    ...reflected,
    set(this: OtRoom, value: unknown) {
      noteAddress(this, attribute, value)
      reflected?.set?.call(this, value)
    },
  })
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}
