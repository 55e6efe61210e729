import type { PreviewState } from '@ot-room/room/preview'
import type { LobbyStrings } from '../strings/lobby-en.ts'

/** What the join button says, so that nobody is surprised by a device that does not work. */
export function joinLabel({ camera, microphone }: PreviewState, strings: LobbyStrings): string {
  const noCamera = camera.status === 'failed'
  const noMicrophone = microphone.status === 'failed'
  if (noCamera && noMicrophone) return strings.joinWithoutDevices
  if (noCamera) return strings.joinWithoutCamera
  return noMicrophone ? strings.joinWithoutMicrophone : strings.join
}
