/** The browser's windows that stay on top and hold more than a video; the types do not know them yet. */
export interface DocumentPictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window>
}

/** Whether the browser has windows that stay on top and hold more than a video. */
export function documentPip(): DocumentPictureInPicture | undefined {
  return Reflect.get(globalThis, 'documentPictureInPicture') as DocumentPictureInPicture | undefined
}

/** Whether there is any kind of picture in picture here. */
export function canPictureInPicture(): boolean {
  return documentPip() !== undefined || document.pictureInPictureEnabled
}
