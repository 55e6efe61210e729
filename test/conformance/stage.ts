import { serveBarePage } from '../support/bare-page.ts'
import { startHeadlessShell } from '../support/browser.ts'
import { startPlatform, type PlatformKeys } from './platform.ts'
import { bringPerson, type Person } from './visitor.ts'

/** What every scene plays on: the platform, and people with real pages that have loaded OpenTok.js. */
export interface Stage {
  readonly platform: PlatformKeys
  /** The address of a page, for those who are to load one. */
  readonly page: string
  readonly alice: Person
  readonly bob: Person
  /** Who comes and goes. */
  readonly eve: Person
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
    const browser = await startHeadlessShell()
    parts.push(browser)
    const pages = await serveBarePage()
    parts.push(pages)
    const page = `${pages.url}/`
    const bring = (name: string) =>
      bringPerson(browser, { name, address: page, platform: platform.url })
    const [alice, bob, eve] = await Promise.all([bring('alice'), bring('bob'), bring('eve')])
    return { platform, page, alice, bob, eve, close }
  } catch (error) {
    await close()
    throw error
  }
}
