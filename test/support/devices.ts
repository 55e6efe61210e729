import type { Page } from 'playwright-core'

/** Lets `liveTracks` see every track that the page opens, and `hold` keep it waiting; call it before the page opens. */
export async function watchDevices(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const opened: MediaStreamTrack[] = []
    const page = Object.assign(globalThis, { opened, hold: async () => {} })
    const devices = navigator.mediaDevices
    const open = devices.getUserMedia.bind(devices)
    devices.getUserMedia = async (constraints) => {
      await page.hold()
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

/** Lets `plug` and `unplug` change which devices the page sees; call it before the page opens. */
export async function controlDevices(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const devices = navigator.mediaDevices
    const list = devices.enumerateDevices.bind(devices)
    const unplugged = new Set<string>()
    Object.assign(globalThis, { unplugged })
    devices.enumerateDevices = async () =>
      (await list()).filter(({ label }) => !unplugged.has(label))
  })
}

/** Puts a device in again that was pulled out. */
export function plug(page: Page, label: string): Promise<void> {
  return page.evaluate((name) => {
    const { unplugged } = globalThis as unknown as { unplugged: Set<string> }
    unplugged.delete(name)
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
  }, label)
}

/** Pulls a device out, as the browser tells of it: its tracks end and the list is another one. */
export function unplug(page: Page, label: string): Promise<void> {
  return page.evaluate((name) => {
    const { unplugged, opened } = globalThis as unknown as {
      unplugged: Set<string>
      opened: MediaStreamTrack[]
    }
    unplugged.add(name)
    for (const track of opened) {
      if (track.label !== name || track.readyState !== 'live') continue
      track.stop()
      track.dispatchEvent(new Event('ended'))
    }
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
  }, label)
}

/** Resolves once a device is open, and no other of its kind. */
export async function onlyOpen(page: Page, label: string): Promise<void> {
  await page.waitForFunction((name) => {
    const { opened } = globalThis as unknown as { opened: MediaStreamTrack[] }
    const kind = opened.find((track) => track.label === name)?.kind
    const live = opened.filter((track) => track.kind === kind && track.readyState === 'live')
    return live.length > 0 && live.every((track) => track.label === name)
  }, label)
}
