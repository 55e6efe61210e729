import type { Room } from '@ot-room/room'
import { canPictureInPicture } from '../pip/can-picture-in-picture.ts'
import type { LobbyStrings } from '../strings/lobby-en.ts'
import type { Windows } from '../view/view.ts'

/** What windows are opened for. */
export interface WindowsContext {
  readonly host: HTMLElement
  room(): Room | undefined
  strings(): LobbyStrings
}

/** Fills the screen with an element, and opens windows on top of others. */
export function createWindows({ host, room, strings }: WindowsContext): Windows {
  return {
    get canFullscreen() {
      return document.fullscreenEnabled
    },
    get isFullscreen() {
      return host.matches(':fullscreen')
    },
    async toggleFullscreen() {
      await (host.matches(':fullscreen') ? document.exitFullscreen() : host.requestFullscreen())
    },
    get canPictureInPicture() {
      return canPictureInPicture()
    },
    async pictureInPicture() {
      const current = room()
      if (!current) return
      const { openPictureInPicture } = await import('../pip/picture-in-picture.ts')
      await openPictureInPicture(current, strings)
    },
  }
}
