import type { Browser } from 'playwright-core'
import { serveBarePage } from '../support/bare-page.ts'
import { startBrowser } from '../support/browser.ts'
import { startPlatform, type PlatformKeys } from './platform.ts'

/** What every scene plays on: the platform, a real browser, a page with nothing but OpenTok.js. */
export interface Stage {
  readonly platform: PlatformKeys
  readonly browser: Browser
  readonly page: string
  close(): Promise<void>
}

/** Sets the stage; whoever does it clears it with `close`. */
export async function setStage(): Promise<Stage> {
  const parts: { close(): Promise<void> }[] = []
  const close = async () => {
    await Promise.all(parts.splice(0).map((part) => part.close()))
  }
  try {
    const platform = await startPlatform()
    parts.push(platform)
    const browser = await startBrowser()
    parts.push(browser)
    const page = await serveBarePage()
    parts.push(page)
    return { platform, browser, page: `${page.url}/`, close }
  } catch (error) {
    await close()
    throw error
  }
}
