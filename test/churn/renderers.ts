import type { Browser } from 'playwright-core'

/** With it every renderer process belongs to a page; Chromium would keep one in reserve otherwise. */
export const withoutSpareRenderer = '--disable-features=SpareRendererForSitePerProcess'

/** The process ids of a Chromium's pages. */
export async function renderersOf(browser: Browser): Promise<number[]> {
  const protocol = await browser.newBrowserCDPSession()
  const { processInfo } = await protocol.send('SystemInfo.getProcessInfo')
  await protocol.detach()
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}

/** Ends them as the system ends what has used up its memory: they say goodbye to nobody. */
export function kill(renderers: readonly number[]): void {
  for (const pid of renderers) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      // One that the page no longer needed has ended by itself.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}
