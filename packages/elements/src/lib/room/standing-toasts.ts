import type { Call, Room } from '@ot-room/room'
import { talkStrings } from '../strings/call-strings.ts'
import type { Strings } from '../strings/en.ts'
import type { Toast } from './toasts.ts'

/** Something that everybody is told of when it begins, and whoever comes while it goes on. */
interface Standing {
  readonly key: string
  goesOn(call: Call): boolean
  /** Whether the visitor has shown that they know. */
  isKnown(call: Call): boolean
  text(strings: Strings): string
  label(strings: Strings): string
  act(room: Room): void
}

const standing: readonly Standing[] = [
  {
    key: 'recording',
    goesOn: ({ recordings }) => recordings.length > 0,
    isKnown: () => false,
    text: (strings) => talkStrings(strings).recordingBegan,
    label: (strings) => strings.leave,
    act: (room) => room.leave(),
  },
  {
    key: 'captions',
    goesOn: ({ captions }) => captions.status !== 'off',
    isKnown: ({ captions }) => captions.status === 'read',
    text: (strings) => talkStrings(strings).captionsBegan,
    label: (strings) => talkStrings(strings).showCaptions,
    act: (room) => room.captions?.show(),
  },
]

/** What has begun since the call before, with what a visitor can do about it. */
export function standingToasts(
  before: Call | undefined,
  after: Call,
  room: Room,
): readonly Toast[] {
  return standing
    .filter((one) => isNews(one, after) && !(before && one.goesOn(before)))
    .map(({ key, text, label, act }) => ({
      key,
      text,
      actions: [{ label, act: () => act(room) }],
    }))
}

/** What needs no word any more. */
export function staleStanding(call: Call): readonly string[] {
  return standing.filter((one) => !isNews(one, call)).map(({ key }) => key)
}

function isNews({ goesOn, isKnown }: Standing, call: Call): boolean {
  return goesOn(call) && !isKnown(call)
}
