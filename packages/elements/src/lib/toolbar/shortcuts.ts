import { callOf, hasHandUp, type Room } from '@ot-room/room'
import type { View } from '../view/view.ts'
import { captionsVerb } from './captions-toggle.ts'
import { isOn } from './is-on.ts'

/** One key for each switch; they count only while the keyboard's focus is in the room. */
export const keys = {
  microphone: 'm',
  camera: 'v',
  share: 's',
  hand: 'h',
  chat: 'c',
  captions: 't',
} as const

/** What keys do something to. */
export interface Pressed {
  readonly room: Room
  readonly view: View
}

/** Does what a key stands for; a key that somebody types or combines with another stands for itself. */
export function pressKey(event: KeyboardEvent, pressed: Pressed): void {
  const call = callOf(pressed.room.state)
  if (!call || event.defaultPrevented || event.repeat || isCombined(event) || isTyped(event)) return
  const letter = letterOf(event)
  const verb = verbOf(letter, pressed)
  if (!verb || isHidden(event.currentTarget, letter)) return
  event.preventDefault()
  void verb()
}

function verbOf(key: string, { room, view }: Pressed): (() => unknown) | undefined {
  const call = callOf(room.state)
  if (!call) return undefined
  switch (key) {
    case keys.microphone:
      if (call.microphone.status === 'forbidden') return undefined
      return () => (isOn(call.microphone.status) ? room.muteMicrophone() : room.unmuteMicrophone())
    case keys.camera:
      if (call.camera.status === 'forbidden') return undefined
      return () => (isOn(call.camera.status) ? room.stopCamera() : room.startCamera())
    case keys.share:
      if (call.screen.status === 'forbidden') return undefined
      return () => (isOn(call.screen.status) ? room.stopSharing() : room.shareScreen())
    case keys.hand:
      return () => (hasHandUp(room.state) ? room.talk?.lowerHand() : room.talk?.raiseHand())
    case keys.captions:
      return captionsVerb(room, call)
    case keys.chat:
      return () => view.change({ aside: view.state.aside === 'chat' ? 'none' : 'chat' })
    default:
      return undefined
  }
}

/**
 * The letter of a key: what it writes on a keyboard with Latin letters, in whatever place; on one without, such as a Cyrillic, a
 * Hebrew or a Korean one, the letter that is in its place on an American keyboard.
 */
export function letterOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const writesOther = /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key)
  const [, place] = /^Key([A-Z])$/.exec(code) ?? []
  return (writesOther && place ? place : key).toLowerCase()
}

/** The buttons that the keys stand for. */
const parts: Readonly<Record<string, string>> = {
  [keys.microphone]: 'microphone',
  [keys.camera]: 'camera',
  [keys.share]: 'share',
  [keys.chat]: 'chat',
  [keys.captions]: 'captions',
  // The reactions panel holds the hand and may be closed.
  [keys.hand]: 'react',
}

/** Whether the page has hidden the button of a key: then the key is hidden, too. */
function isHidden(root: EventTarget | null, letter: string): boolean {
  if (!(root instanceof ShadowRoot)) return false
  const part = parts[letter]
  const toolbar = root.querySelector('ot-toolbar')?.shadowRoot
  const button = part && toolbar?.querySelector(`[part~='${part}']`)
  return button instanceof HTMLElement && isUnseen(button)
}

/** Browsers older than 2024 have no `checkVisibility`. */
function isUnseen(button: HTMLElement): boolean {
  if (typeof button.checkVisibility === 'function') {
    return !button.checkVisibility({ visibilityProperty: true })
  }
  return button.getClientRects().length === 0
}

function isCombined({ ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || isComposing
}

function isTyped(event: KeyboardEvent): boolean {
  const [target] = event.composedPath()
  return (
    target instanceof HTMLElement &&
    (target.matches('input, select, textarea') || target.isContentEditable)
  )
}
