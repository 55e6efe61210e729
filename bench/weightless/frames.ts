import type { Page } from 'playwright-core'

/** When the visitor's own picture was first shown, in milliseconds since the page was navigated to. */
export function firstPreviewFrame(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const own = (): HTMLVideoElement | null | undefined => {
      const lobby = document.querySelector('ot-room')?.shadowRoot?.querySelector('ot-lobby')
      return lobby ? lobby.shadowRoot?.querySelector('video') : document.querySelector('video')
    }
    for (;;) {
      const video = own()
      if (video) return new Promise((resolve) => video.requestVideoFrameCallback(resolve))
      await new Promise(requestAnimationFrame)
    }
  })
}

/** How long after the next click the first picture of somebody else was shown, in milliseconds. */
export function firstRemoteFrame(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const remote = (): HTMLVideoElement | null | undefined => {
      const stage = document.querySelector('ot-room')?.shadowRoot?.querySelector('ot-stage')
      // Others come before the visitor.
      const tile = stage?.shadowRoot?.querySelector<Tile>('ot-tile')
      if (tile?.participant?.self === false) return tile.shadowRoot?.querySelector('video')
      return document.querySelector<HTMLVideoElement>('video[data-remote]')
    }
    const clicked = await new Promise<number>((resolve) => {
      addEventListener('click', () => resolve(performance.now()), { capture: true, once: true })
    })
    for (;;) {
      const video = remote()
      if (video) {
        return new Promise<number>((resolve) => {
          video.requestVideoFrameCallback((now) => resolve(now - clicked))
        })
      }
      await new Promise(requestAnimationFrame)
    }
  })
}

/** What is needed of an `<ot-tile>` here. */
type Tile = Element & { readonly participant?: { readonly self: boolean } }

/** Lets the page's camera take as long to open as built-in ones do; Chromium's made-up one opens at once. */
export async function takeTime(page: Page, milliseconds: number): Promise<void> {
  await page.addInitScript((time) => {
    const devices = navigator.mediaDevices
    const open = devices.getUserMedia.bind(devices)
    devices.getUserMedia = async (constraints) => {
      const [stream] = await Promise.all([
        open(constraints),
        new Promise((resolve) => setTimeout(resolve, time)),
      ])
      return stream
    }
  }, milliseconds)
}
