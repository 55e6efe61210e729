import { ContextProvider } from '@lit/context'
import { callOf, type Room, type RoomError, type RoomState } from '@ot-room/room'
import { letGo } from '@ot-room/room/preview'
import { adoptStyles, html, render } from 'lit'
import { previewContext, roomContext, stringsContext, viewContext } from '../context/contexts.ts'
import { defineLobby } from '../define/define-lobby.ts'
import type { RoomFrame, RoomUi } from '../shell/room-ui.ts'
import { en } from '../strings/en.ts'
import { buttons } from '../styles/buttons.ts'
import { tokens } from '../styles/tokens.ts'
import { visuallyHidden } from '../styles/visually-hidden.ts'
import type * as BeyondFile from './beyond-view.ts'
import { createStateMarker } from './custom-states.ts'
import { english, followLanguage } from './follow-language.ts'
import type { Dismissal } from './notices.ts'
import { roomStyles } from './ot-room.styles.ts'
import type { Ways } from './outcomes.ts'
import { createPresence, type Presence } from './presence.ts'
import { createView, viewOf } from '../view/view.ts'
import { createWindows } from './windows.ts'
import { roomView, type Beyond } from './room-view.ts'

/** What a room is made of: with another one of these it is another room. */
const essentials = new Set([
  'room',
  'endpoint',
  'opentok',
  'integrity',
  'createRoom',
  'loadOpenTok',
])

const viewed = new Set(['layout', 'selfView', 'mirror'])

/** Shows the room of an `<ot-room>` in its shadow root, from the lobby to the way out. */
export function mountRoom({ host, root, internals, opening }: RoomFrame): RoomUi {
  defineLobby()
  let landing = host.matches(':focus-within')
  root.replaceChildren()
  // Of the shell's own styles those of the element stay, and those of its gates go.
  const styles = [
    ...root.adoptedStyleSheets.slice(0, 1),
    tokens,
    buttons,
    visuallyHidden,
    roomStyles,
  ]
  adoptStyles(root, styles)
  const rooms = new ContextProvider(host, { context: roomContext })
  const previews = new ContextProvider(host, { context: previewContext })
  const words = new ContextProvider(host, { context: stringsContext, initialValue: en })
  const view = createView(createWindows({ host, room: () => presence?.room, strings }), (state) => {
    const said = viewOf(host)
    if (said.layout !== state.layout) host.layout = state.layout
    if (said.selfView !== state.selfView) host.selfView = state.selfView
    if (said.mirror !== state.mirror) host.mirror = state.mirror ? 'on' : 'off'
  })
  const views = new ContextProvider(host, { context: viewContext })
  views.setValue(view)
  const marker = createStateMarker(internals)
  const dismissed = new WeakSet<RoomError>()
  let attachment = new AbortController()
  let early = opening
  let speech = english
  let speechless = true
  let presence: Presence | undefined
  let stale = true
  let rendering = false
  let said = ''
  let told: RoomState = { phase: 'lobby' }
  let file: typeof BeyondFile | undefined

  const ways: Ways = {
    // The state tells how it went.
    rejoin: () => void presence?.room.rejoin().catch(() => undefined),
    cancel: () => presence?.room.leave(),
    back() {
      landing = true
      stale = true
      refresh()
    },
  }
  const dismissal: Dismissal = {
    isDismissed: (error) => dismissed.has(error),
    dismiss(error) {
      dismissed.add(error)
      refresh()
    },
  }

  // Whoever turns to the lobby may be about to join.
  for (const intent of ['pointerover', 'focusin']) {
    root.addEventListener(intent, () => void fetchBeyond(), { once: true })
  }

  root.addEventListener('keydown', (event) => {
    const room = presence?.room
    if (room && event instanceof KeyboardEvent && host.shortcuts !== 'off')
      file?.pressKey(event, room)
  })
  look()

  /** The attributes say how the visitor sees the call. */
  function look(): void {
    view.change(viewOf(host))
  }

  /** What comes after the lobby is a file of its own, which nobody needs who does not join. */
  async function fetchBeyond(): Promise<void> {
    void presence?.room.prepare().catch(() => undefined)
    if (file) return
    // The next step of joining tries again.
    file = await import('./beyond-view.ts').catch(() => undefined)
    if (file) adoptStyles(root, [...styles, file.beyondStyles])
    refresh()
  }

  function refresh(): void {
    if (rendering) return
    rendering = true
    queueMicrotask(() => {
      rendering = false
      renew()
      // Words of another length than the first ones shown would move everything.
      if (!speechless) show()
    })
  }

  /** Ends the room there is and makes the one that the attributes name now. */
  function renew(): void {
    if (!stale) return
    stale = false
    presence?.end()
    presence = createPresence(host, follow, early)
    if (!presence) void early?.then(letGo)
    early = undefined
    rooms.setValue(presence?.room)
    previews.setValue(presence?.preview)
    marker.show(presence?.room.state.phase ?? 'lobby')
    if (presence && host.autojoin) join({}).catch(() => undefined)
  }

  function follow(before: RoomState, state: RoomState): void {
    if (state.phase !== before.phase) landing ||= host.matches(':focus-within')
    if (state.phase !== 'lobby') void fetchBeyond()
    marker.show(state.phase)
    if (devicesAreSettled(state)) presence?.preview.stop()
    refresh()
  }

  function strings() {
    return host.strings ?? speech.strings
  }

  function beyondOf(room: Room): Beyond | undefined {
    const view = file?.beyondView
    return view && ((state) => view({ room, state, strings: strings(), ways, dismissal }))
  }

  /** What has happened since the last time, to be said once; what the keyboard's focus lands on says itself. */
  function tell(state: RoomState): void {
    if (!file) return
    const news = file.announcements(told, state, strings()).join('. ')
    told = state
    if (!news || (landing && !callOf(state))) return
    // The same words again are only heard when they are not quite the same.
    said = news === said ? `${news}\u00a0` : news
  }

  function show(): void {
    words.setValue(strings())
    const room = presence?.room
    if (room) tell(room.state)
    const held = host.matches(':focus-within')
    const view = roomView({
      state: room?.state,
      name: host.name ?? '',
      strings: strings(),
      beyond: room && beyondOf(room),
    })
    render(
      html`
        <div class="frame" lang=${speech.language} dir=${speech.direction}>${view}</div>
        <div class="visually-hidden" role="status" aria-live="polite">${said}</div>
      `,
      root,
    )
    // Whose button is gone would be nowhere.
    landing ||= held && !host.matches(':focus-within')
    const place = landing && root.querySelector<HTMLElement>('[data-landing]')
    if (!place) return
    landing = false
    place.focus({ preventScroll: true })
  }

  const join: RoomUi['join'] = async (options) => {
    await required().room.join({
      ...(host.name && { name: host.name }),
      ...presence?.preview.choice,
      ...options,
    })
  }

  function required(): Presence {
    // Attributes that were set just now count.
    renew()
    if (!presence) throw new TypeError('<ot-room> needs a room and an endpoint, on a page.')
    return presence
  }

  return {
    get presence() {
      return presence?.room
    },
    get required() {
      return required().room
    },
    view,
    join,
    leave: () => presence?.room.leave(),
    sendSignal: async (signal) => required().room.sendSignal(signal),
    changed(property) {
      stale ||= essentials.has(property)
      if (viewed.has(property)) look()
      refresh()
    },
    attached() {
      attachment = new AbortController()
      void followLanguage(
        host,
        (locale) => {
          speech = locale
          refresh()
        },
        attachment.signal,
      ).then(() => {
        speechless = false
        refresh()
      })
      if (!presence) stale = true
      refresh()
    },
    detached() {
      attachment.abort()
      // Moving an element takes it off the page and back in one task: only what stays away leaves the room.
      queueMicrotask(() => {
        if (host.isConnected) return
        presence?.end()
        presence = undefined
      })
    },
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
