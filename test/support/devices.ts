import type { Page } from 'playwright-core'

/** Lets `liveTracks` see every track that the page opens; call it before the page opens. */
export async function watchDevices(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const opened: MediaStreamTrack[] = []
    Object.assign(globalThis, { opened })
    const devices = navigator.mediaDevices
    const open = devices.getUserMedia.bind(devices)
    devices.getUserMedia = async (constraints) => {
      const stream = await open(constraints)
      opened.push(...stream.getTracks())
      return stream
    }
  })
}

/** How many cameras and microphones the page holds open: what lights the camera's lamp. */
export function liveTracks(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { opened } = globalThis as unknown as { opened: MediaStreamTrack[] }
    return opened.filter(({ readyState }) => readyState === 'live').length
  })
}

/** Leaves the page's first request for devices without an answer, as a slow camera does. */
export async function holdFirstDevices(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const devices = navigator.mediaDevices
    const open = devices.getUserMedia.bind(devices)
    let held = false
    devices.getUserMedia = (constraints) => {
      if (held) return open(constraints)
      held = true
      return new Promise(() => {})
    }
  })
}
