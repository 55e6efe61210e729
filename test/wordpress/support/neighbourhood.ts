import { after, before } from 'node:test'
import type { Browser } from 'playwright-core'
import { createEmulator, type Emulator } from '../../../packages/emulator/src/index.ts'
import { startBrowser } from '../../support/browser.ts'
import { servePages, type PageServer } from '../../support/page-server.ts'
import { startWordPress, type WordPress, type WordPressOptions } from './wordpress.ts'

/** A WordPress with a browser to visit it, the emulator as its platform, and a server of OpenTok.js. */
export type Neighbourhood = {
  emulator: Emulator
  site: WordPress
  openTok: string
  browser: Browser
}

/** Opens all of it before the tests of a `describe`, and closes it after them. */
export function useNeighbourhood(
  optionsFor: (around: { emulator: Emulator; openTok: string }) => WordPressOptions,
): Neighbourhood {
  const here = {} as Neighbourhood
  let files: PageServer | undefined
  before(async () => {
    here.emulator = await createEmulator({ port: 0 })
    files = await servePages({})
    here.openTok = `${files.url}/opentok.min.js`
    here.site = await startWordPress(optionsFor(here))
    here.browser = await startBrowser()
  })
  after(async () => {
    await here.browser?.close()
    await here.site?.close()
    await files?.close()
    await here.emulator?.close()
  })
  return here
}
