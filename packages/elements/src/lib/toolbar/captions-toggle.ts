import type { Call, Room } from '@ot-room/room'
import { callIcons } from '../icons/call-icons.ts'
import type { TalkStrings } from '../strings/talk/en.ts'
import type { Toggle } from './call-toggles.ts'
import { keys } from './shortcuts.ts'

/** The switch for reading along, while there is something to read. */
export function captionsToggle(room: Room, call: Call, words: TalkStrings): readonly Toggle[] {
  const act = captionsVerb(room, call)
  if (!act) return []
  const isRead = call.captions.status === 'read'
  return [
    {
      part: 'captions',
      label: words.captions,
      icon: callIcons.captions,
      key: keys.captions,
      pressed: isRead,
      busy: false,
      act,
    },
  ]
}

/** Shows captions or hides them; nothing where there are none. */
export function captionsVerb(room: Room, { captions }: Call): (() => void) | undefined {
  if (captions.status === 'off') return undefined
  return () => (captions.status === 'read' ? room.captions?.hide() : room.captions?.show())
}
