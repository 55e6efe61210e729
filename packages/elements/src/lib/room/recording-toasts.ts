import type { Call, Room } from '@ot-room/room'
import { talkStrings } from '../strings/call-strings.ts'
import type { Toast } from './toasts.ts'

const key = 'recording'

/** Tells everybody when a recording begins, and whoever comes while there is one; they can leave. */
export function recordingToasts(
  before: Call | undefined,
  after: Call,
  room: Room,
): readonly Toast[] {
  const was = before?.recordings.length ?? 0
  if (was > 0 || after.recordings.length === 0) return []
  return [
    {
      key,
      text: (strings) => talkStrings(strings).recordingBegan,
      actions: [{ label: 'leave', act: () => room.leave() }],
    },
  ]
}

/** What is over needs no word any more. */
export function staleRecording(before: Call, after: Call): readonly string[] {
  return before.recordings.length > 0 && after.recordings.length === 0 ? [key] : []
}
