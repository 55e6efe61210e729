import { ContextProvider } from '@lit/context'
import { callOf, type RoomState } from '@ot-room/room'
import { letGo } from '@ot-room/room/preview'
import { adoptStyles, html, nothing, render } from 'lit'
import { previewContext, roomContext, stringsContext, viewContext } from '../context/contexts.ts'
import { defineLobby } from '../define/define-lobby.ts'
import type { RoomFrame, RoomUi } from '../shell/room-ui.ts'
import { lobbyEn, type LobbyStrings } from '../strings/lobby-en.ts'
import { buttons } from '../styles/buttons.ts'
import { tokens } from '../styles/tokens.ts'
import { visuallyHidden } from '../styles/visually-hidden.ts'
import type * as BeyondFile from './beyond.ts'
import { createStateMarker } from './custom-states.ts'
import { OtErrorEvent } from './events.ts'
import { english, followLanguage } from './follow-language.ts'
import { roomStyles } from './ot-room.styles.ts'
import type { Ways } from './outcomes.ts'
import { isSameRoom, roomKey, type RoomKey } from './room-key.ts'
import { createPresence, type Presence } from './presence.ts'
import { createView, viewOf } from '../view/view.ts'
import { createWindows } from './windows.ts'
import { roomView } from './room-view.ts'
import { speechlessView } from './speechless-view.ts'

const viewed = new Set(['layout', 'selfView', 'mirror'])

/** Shows the room of an `<ot-room>` in its shadow root, from the lobby to the way out. */
export function mountRoom(frame: RoomFrame): RoomUi {
  const { host, root, internals, opening } = frame
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
  const words = new ContextProvider(host, { context: stringsContext, initialValue: lobbyEn })
  const view = createView(createWindows({ host, room: () => presence?.room, strings }), (state) => {
    const said = viewOf(host)
    if (said.layout !== state.layout) host.layout = state.layout
    if (said.selfView !== state.selfView) host.selfView = state.selfView
    if (said.mirror !== state.mirror) host.mirror = state.mirror ? 'on' : 'off'
    refresh()
  })
  const views = new ContextProvider(host, { context: viewContext })
  views.setValue(view)
  const marker = createStateMarker(internals)
  let attachment = new AbortController()
  let early = opening
  let speech = english
  let wordless = true
  let speechless: (() => void) | undefined
  let presence: Presence | undefined
  let made: RoomKey | undefined
  let stale = true
  let rendering = false
  let said = ''
  let file: typeof BeyondFile | undefined
  let beyond: BeyondFile.Beyond | undefined
  let broken = false

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

  // Whoever turns to the lobby may be about to join.
  for (const intent of ['pointerover', 'focusin']) {
    root.addEventListener(intent, () => void fetchBeyond(), { once: true })
  }

  root.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && host.shortcuts !== 'off') beyond?.pressed(event)
  })
  root.addEventListener('ot-error', (event) => {
    if (event instanceof OtErrorEvent) beyond?.failed(event.error)
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
    file = await import('./beyond.ts').catch(() => undefined)
    if (file) adoptStyles(root, [...styles, file.beyondStyles])
    else if (presence && presence.room.state.phase !== 'lobby') {
      // Nobody is to be in a call that cannot be shown.
      broken = true
      presence.room.leave()
      marker.show('broken')
    }
    refresh()
  }

  async function mend(): Promise<void> {
    await fetchBeyond()
    if (!file) return
    broken = false
    landing = true
    ways.rejoin()
    refresh()
  }

  function refresh(): void {
    if (rendering) return
    rendering = true
    queueMicrotask(() => {
      rendering = false
      renew()
      // Words of another length than the first ones shown would move everything.
      if (!wordless) show()
    })
  }

  /** Ends the room there is and makes the one that the attributes name now. */
  function renew(): void {
    const key = roomKey(host)
    const isIdle = presence === undefined || presence.room.state.phase === 'lobby'
    if (!stale && isSameRoom(made, key, isIdle ? 'in-the-lobby' : 'in-a-call')) return
    stale = false
    made = key
    presence?.end()
    presence = createPresence(host, follow, early)
    if (!presence) void early?.then(letGo)
    early = undefined
    beyond = undefined
    broken = false
    rooms.setValue(presence?.room)
    previews.setValue(presence?.preview)
    marker.show(presence?.room.state.phase ?? 'lobby')
    if (presence && frame.mayJoinUnasked()) join({}).catch(() => undefined)
  }

  function follow(before: RoomState, state: RoomState): void {
    if (state.phase !== before.phase) landing ||= host.matches(':focus-within')
    if (state.phase !== 'lobby') void fetchBeyond()
    marker.show(broken ? 'broken' : state.phase)
    if (devicesAreSettled(state)) presence?.preview.stop()
    refresh()
  }

  function strings(): LobbyStrings {
    return host.strings ?? speech.strings
  }

  function say(text: string): void {
    // The same words again are only heard when they are not quite the same.
    said = text === said ? `${text}\u00a0` : text
    refresh()
  }

  /** What comes after the lobby, as soon as it is fetched. */
  function ready(): BeyondFile.Beyond | undefined {
    const language = () => speech.language
    const more = { view, strings, language, ways, say, changed: refresh }
    beyond ??= presence && file?.createBeyond({ ...presence, ...more })
    return beyond
  }

  function show(): void {
    words.setValue(ready()?.strings() ?? strings())
    const state = presence?.room.state
    const news = state && ready()?.news(state)
    const held = host.matches(':focus-within')
    const view = roomView({
      state,
      name: host.name ?? '',
      strings: strings(),
      beyond: ready(),
      retry: broken ? () => void mend() : undefined,
    })
    render(
      html`
        <div class="frame" lang=${speech.tag} dir=${speech.direction}>
          ${speechless ? speechlessView(strings(), speechless) : nothing} ${view}
        </div>
        <div class="visually-hidden" role="status" aria-live="polite">${said}</div>
      `,
      root,
    )
    // Whose button is gone would be nowhere.
    landing ||= held && !host.matches(':focus-within')
    const hasMoved = landing && land()
    // What the keyboard's focus lands on is read out by itself.
    if (news && !(hasMoved && !callOf(state))) say(news)
  }

  /** Takes the focus to the view there is now; says whether it was elsewhere. */
  function land(): boolean {
    const phase = presence?.room.state.phase ?? 'lobby'
    // The lobby stands in for what is not there yet; the focus goes on with that.
    if (phase !== 'lobby' && !ready() && !broken) return false
    const place = root.querySelector<HTMLElement>('[data-landing]')
    if (!place) return false
    landing = false
    const wasElsewhere = root.activeElement !== place
    place.focus({ preventScroll: true })
    return wasElsewhere
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
      warnOfNo(host, property)
      if (viewed.has(property)) look()
      refresh()
    },
    attached() {
      warnOfNo(host, 'autojoin')
      warnOfNo(host, 'consent')
      attachment = new AbortController()
      const following = followLanguage(
        host,
        {
          changed(locale) {
            speech = locale
            speechless = undefined
            refresh()
          },
          failed() {
            speechless = following.again
            refresh()
          },
        },
        attachment.signal,
      )
      void following.first.then(() => {
        wordless = false
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

const warned = new Set<string>()

/** Says once what an attribute means that was written as a no: any value of it is a yes, as in HTML. */
function warnOfNo(host: HTMLElement, property: string): void {
  if (!['autojoin', 'consent'].includes(property) || warned.has(property)) return
  if (host.getAttribute(property) !== 'false') return
  warned.add(property)
  console.warn(`<ot-room>: ${property}="false" means yes, as in HTML. Leave it out for no.`)
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
