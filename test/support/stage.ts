import { after, before } from 'node:test'
import type { Browser } from 'playwright-core'
import { serveBarePage } from './bare-page.ts'
import { startBrowser, startHeadlessShell } from './browser.ts'
import type { PageServer } from './page-server.ts'
import { startStack, type Stack } from './stack.ts'

/** What a browser test plays on. */
export type Stage = {
  readonly stack: Stack
  readonly browser: Browser
  /** The address of a page with nothing but OpenTok.js. */
  readonly bare: string
}

/** Sets the stage before the tests of a `describe` and clears it after them, also when setting it failed half-way. */
export function useStage(...browserArguments: string[]): Stage {
  return setUp(() => startBrowser(...browserArguments))
}

/** The same for calls that are about what is sent and heard, which takes less of the processor. */
export function useCallStage(...browserArguments: string[]): Stage {
  return setUp(() => startHeadlessShell(...browserArguments))
}

function setUp(start: () => Promise<Browser>): Stage {
  let stack: Stack | undefined
  let browser: Browser | undefined
  let bare: PageServer | undefined
  before(async () => {
    stack = await startStack()
    browser = await start()
    bare = await serveBarePage()
  })
  after(async () => {
    await browser?.close()
    await stack?.close()
    await bare?.close()
  })
  return {
    get stack() {
      return standing(stack)
    },
    get browser() {
      return standing(browser)
    },
    get bare() {
      return `${standing(bare).url}/`
    },
  }
}

function standing<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('The stage stands only while tests run.')
  return part
}
