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
  const verb = verbOf(event.key.toLowerCase(), pressed)
  if (!verb) return
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

function isCombined({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey
}

function isTyped(event: KeyboardEvent): boolean {
  const [target] = event.composedPath()
  return (
    target instanceof HTMLElement &&
    (target.matches('input, select, textarea') || target.isContentEditable)
  )
}
