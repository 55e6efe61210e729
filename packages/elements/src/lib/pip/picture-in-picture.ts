import { callOf, type Room } from '@ot-room/room'
import { callStrings } from '../strings/call-strings.ts'
import type { LobbyStrings } from '../strings/lobby-en.ts'
import { documentPip } from './can-picture-in-picture.ts'
import { openDocumentPip } from './document-pip.ts'
import { watchedStream } from './watched-stream.ts'

/** Opens a window on top with the call, or where a browser has none, the video of whoever speaks; call it in a click. */
export async function openPictureInPicture(room: Room, strings: () => LobbyStrings): Promise<void> {
  const call = callOf(room.state)
  if (!call) return
  const pip = documentPip()
  if (pip) return openDocumentPip(pip, room, () => callStrings(strings()))
  const stream = watchedStream(call)
  await (stream && room.video(stream.id))?.requestPictureInPicture()
}
