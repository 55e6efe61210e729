import { ContextProvider } from '@lit/context'
import {
  callOf,
  Room,
  type JoinOptions,
  type RoomError,
  type RoomOptions,
  type RoomState,
  type SignalToSend,
} from '@ot-room/room'
import { createPreview, type Preview } from '@ot-room/room/preview'
import {
  html,
  LitElement,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { previewContext, roomContext, stringsContext } from '../context/contexts.ts'
import { en, type Strings } from '../strings/en.ts'
import { buttons } from '../styles/buttons.ts'
import { tokens } from '../styles/tokens.ts'
import { visuallyHidden } from '../styles/visually-hidden.ts'
import { announcements } from './announcements.ts'
import { createStateMarker } from './custom-states.ts'
import { OtSignalEvent } from './events.ts'
import type { Dismissal } from './notices.ts'
import { roomStyles } from './ot-room.styles.ts'
import type { Ways } from './outcomes.ts'
import { roomView } from './room-view.ts'
import { eventsBetween } from './transition.ts'

/**
 * A video room: lobby, call and everything that can go wrong.
 *
 * @tag ot-room
 *
 * @attr room - The room's name. Another name leaves the room and shows the lobby of the new one.
 * @attr endpoint - The backend's address; without a host it is relative to the page.
 * @attr name - The visitor's name, to start with.
 * @attr opentok - Where OpenTok.js is; default: the one on the page, else the vendor's copy.
 * @attr autojoin - Joins without a click as soon as the element is on the page.
 *
 * @fires {OtJoinEvent} ot-join - The visitor is in the room.
 * @fires {OtLeaveEvent} ot-leave - The visitor is out again.
 * @fires {OtErrorEvent} ot-error - Joining, the stay or a device failed.
 * @fires {OtSignalEvent} ot-signal - A signal came.
 *
 * @slot lobby-header - Above the lobby's form, for example a logo.
 * @slot lobby-footer - Below the join button, for example a consent text.
 * @slot toolbar-start - Buttons before the microphone.
 * @slot toolbar-end - Buttons between the camera and leaving.
 * @slot joining - Below the message while joining.
 * @slot left - Below the message after leaving.
 * @slot failed - Below the message of a failure.
 *
 * @csspart lobby - The lobby; in it `form`, `preview`, `preview-video`, `preview-start`,
 *   `preview-camera`, `preview-microphone`, `field`, `meter`, `join`.
 * @csspart call - The call: the stage and the toolbar.
 * @csspart stage - The people; in it `tiles`, `tile`, `media`, `avatar`, `label`, `alone`.
 * @csspart toolbar - The controls; in it `bar`, `microphone`, `camera`, `leave`.
 * @csspart notices - Where notices appear during a call.
 * @csspart notice - One notice; also `reconnecting`, `audio-blocked`, `muted-by-host` or `device`.
 * @csspart outcome - A full-size message; also `joining`, `left`, `failed` or `unconfigured`.
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
 * @cssproperty [--ot-radius=1rem] - The roundness that all others derive from.
 * @cssproperty [--ot-gap=0.75rem] - The space between tiles.
 * @cssproperty [--ot-min-block-size=36rem] - The least height.
 * @cssproperty [--ot-color-scheme=light dark] - `light` or `dark` to stop following the visitor's choice.
 * @cssproperty [--ot-font=system-ui] - The font family.
 *
 * @cssstate lobby - Outside, nothing asked yet.
 * @cssstate joining - On the way in.
 * @cssstate connected - In the room.
 * @cssstate reconnecting - In the room, without a network.
 * @cssstate left - Out again.
 * @cssstate failed - Never got in.
 */
export class OtRoom extends LitElement {
  static override properties: PropertyDeclarations = {
    room: { type: String, reflect: true },
    endpoint: { type: String, reflect: true },
    name: { type: String },
    opentok: { type: String },
    autojoin: { type: Boolean },
    strings: { attribute: false },
    createRoom: { attribute: false },
  }
  static override styles = [tokens, buttons, visuallyHidden, roomStyles]

  declare room: string | undefined
  declare endpoint: string | undefined
  declare name: string | undefined
  declare opentok: string | undefined
  declare autojoin: boolean
  /** The words: `{ ...en, join: 'Enter' }` changes one of them. */
  declare strings: Strings
  /** Makes the room behind the element; replace it to add headers to requests, or in tests. */
  declare createRoom: (options: RoomOptions) => Room

  readonly #marker = createStateMarker(this.attachInternals())
  readonly #rooms = new ContextProvider(this, { context: roomContext })
  readonly #previews = new ContextProvider(this, { context: previewContext })
  readonly #words = new ContextProvider(this, { context: stringsContext, initialValue: en })
  #presence: Room | undefined
  #preview: Preview | undefined
  #state: RoomState | undefined
  #following = new AbortController()
  #said = ''
  #landing = false

  constructor() {
    super()
    this.autojoin = false
    this.strings = en
    this.createRoom = (options) => new Room(options)
  }

  /** The headless room, for everything that has no method here; `undefined` until `room` and `endpoint` are set. */
  get presence(): Room | undefined {
    return this.#presence
  }

  /** The frozen snapshot that is shown. */
  get state(): RoomState {
    return this.#presence?.state ?? { phase: 'lobby' }
  }

  /** Joins with the lobby's devices unless told otherwise; rejects with a `RoomError`. */
  async join(options: JoinOptions = {}): Promise<void> {
    // Attributes that were set just now have made the room by then.
    await this.updateComplete
    await this.#required().join({
      ...(this.name && { name: this.name }),
      ...this.#preview?.choice,
      ...options,
    })
  }

  /** Leaves the room, or gives up joining. */
  leave(): void {
    this.#presence?.leave()
  }

  /** Sends a short message to everybody or to one participant; rejects with a `RoomError`. */
  async sendSignal(signal: SignalToSend): Promise<void> {
    await this.#required().sendSignal(signal)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated && !this.#presence) this.#startOver()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    // Moving an element disconnects and connects it in one task: only what stays away leaves the room.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end()
    })
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('strings')) this.#words.setValue(this.strings)
    const keys = ['room', 'endpoint', 'opentok', 'createRoom'] as const
    if (keys.some((key) => changed.has(key))) this.#renew()
  }

  protected override updated(): void {
    if (!this.#landing) return
    this.#landing = false
    this.renderRoot.querySelector<HTMLElement>('[data-landing]')?.focus({ preventScroll: true })
  }

  protected override render(): TemplateResult {
    const view = roomView({
      room: this.#presence,
      name: this.name ?? '',
      strings: this.strings,
      ways: this.#ways,
      dismissal: this.#dismissal,
    })
    return html`
      <div class="frame">${view}</div>
      <div class="visually-hidden" role="status" aria-live="polite">${this.#said}</div>
    `
  }

  readonly #ways: Ways = {
    // The state tells how it went.
    rejoin: (): void => void this.#presence?.rejoin().catch(() => undefined),
    cancel: (): void => this.#presence?.leave(),
    back: (): void => {
      this.#landing = true
      this.#startOver()
    },
  }

  readonly #dismissed = new WeakSet<RoomError>()
  readonly #dismissal: Dismissal = {
    isDismissed: (error) => this.#dismissed.has(error),
    dismiss: (error) => {
      this.#dismissed.add(error)
      this.requestUpdate()
    },
  }

  #required(): Room {
    if (!this.#presence) throw new TypeError('<ot-room> needs a room and an endpoint, on a page.')
    return this.#presence
  }

  #startOver(): void {
    this.#renew()
    this.requestUpdate()
  }

  /** Ends the room there is and makes the one that the attributes name now. */
  #renew(): void {
    this.#end()
    const { room, endpoint, opentok } = this
    if (!room || !endpoint || !this.isConnected) return
    this.#following = new AbortController()
    const { signal } = this.#following
    const presence = this.createRoom({ room, endpoint, ...(opentok && { openTok: opentok }) })
    this.#presence = presence
    this.#preview = createPreview()
    this.#state = presence.state
    this.#rooms.setValue(presence)
    this.#previews.setValue(this.#preview)
    this.#marker.show(presence.state.phase)
    presence.subscribe((state) => this.#follow(state), { signal })
    presence.onSignal((received) => this.dispatchEvent(new OtSignalEvent(received)), { signal })
    if (this.autojoin) this.join().catch(() => undefined)
  }

  #end(): void {
    const presence = this.#presence
    if (!presence) return
    presence.leave()
    this.#following.abort()
    this.#preview?.stop()
    this.#presence = undefined
    // The listener is gone with the room, and the page should hear of the end all the same.
    const heard = this.#state ?? presence.state
    for (const event of eventsBetween(heard, presence.state)) this.dispatchEvent(event)
  }

  #follow(state: RoomState): void {
    const before = this.#state ?? state
    this.#state = state
    if (state.phase !== before.phase) this.#landing = this.matches(':focus-within')
    this.#said = announcements(before, state, this.strings).join('. ') || this.#said
    this.#marker.show(state.phase)
    if (devicesAreSettled(state)) this.#preview?.stop()
    for (const event of eventsBetween(before, state)) this.dispatchEvent(event)
    this.requestUpdate()
  }
}

/** The preview lives until the room has its own hold of the devices, so that no light blinks and nothing is asked twice. */
function devicesAreSettled(state: RoomState): boolean {
  if (state.phase === 'left' || state.phase === 'failed') return true
  const call = callOf(state)
  return call !== undefined && ![call.camera, call.microphone].some(isStarting)
}

function isStarting({ status }: { readonly status: string }): boolean {
  return status === 'starting'
}
