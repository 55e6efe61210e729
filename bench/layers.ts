import type { Page } from 'playwright-core'
import { serveBarePage } from '../test/support/bare-page.ts'
import { newVisitor, startBrowser } from '../test/support/browser.ts'
import { startEmulatorProcess } from '../test/support/child-server.ts'
import { openTokKeys } from '../test/support/official-sdks.ts'
import { joinWithOpenTok, preferSize, type Size } from '../test/support/opentok-client.ts'
import { outboundVideo } from '../test/support/peer-connections.ts'
import { frameOfHeight, moreFrames } from '../test/support/remote-media.ts'
import { showOwnPicture, scaleOwnPicture } from './layers/direct-page.ts'
import { rounded, timesOf, type Figure, type Side } from './figure.ts'

// What a publisher of 1280x720 sends at once.
const sizes: readonly Size[] = [
  { width: 320, height: 180 },
  { width: 640, height: 360 },
  { width: 1280, height: 720 },
]
const upstreamSeconds = 5

/**
 * How long a watcher waits for the size it asks for. The baseline is a page that sends to itself, without a server, and has the
 * encoder change the size: that costs no way and no choice, but a new picture that needs no other, as a layer does.
 */
export async function benchLayers({ runs }: { runs: number }): Promise<Figure[]> {
  const emulator = await startEmulatorProcess()
  const browser = await startBrowser()
  const bare = await serveBarePage()
  try {
    const open = async (): Promise<Page> => {
      const { page } = await newVisitor(browser)
      await page.goto(`${bare.url}/`)
      return page
    }
    const direct = await open()
    await showOwnPicture(direct)
    const baseline = await switches(direct, runs, scaleOwnPicture)
    await direct.context().close()

    const { url, ...project } = emulator.greeting
    const { keys, token } = await openTokKeys({ emulator: url, ...project }, 'routed')
    const alice = await open()
    await joinWithOpenTok(alice, keys, { publisher: { resolution: '1280x720' } })
    const watch = async (): Promise<Page> => {
      const page = await open()
      await joinWithOpenTok(page, { ...keys, token: token() }, { publisher: 'none' })
      await frameOfHeight(page, 720)
      return page
    }
    const bob = await watch()
    await moreFrames(bob, 150)
    const one = await upstream(alice, 'with one watcher')
    const others = [await watch(), await watch()]
    await moreFrames(bob, 150)
    const three = await upstream(alice, 'with three watchers')
    for (const page of others) await page.context().close()
    const ours = await switches(bob, runs, preferSize)
    return [
      {
        name: 'from asking for a size to the first frame of it',
        compared: 'median ms',
        ours: timesOf('setPreferredResolution through the media router', ours),
        baseline: timesOf('scaleResolutionDownBy of a page that sends to itself', baseline),
      },
      {
        name: 'upstream of a publisher of 1280x720 in three layers',
        compared: 'kbit/s',
        ours: three,
        baseline: one,
      },
    ]
  } finally {
    await browser.close()
    await bare.close()
    await emulator.close()
  }
}

async function switches(
  page: Page,
  runs: number,
  ask: (page: Page, size: Size) => Promise<number>,
): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const size = sizes[run % sizes.length] as Size
    const shown = frameOfHeight(page, size.height)
    const asked = await ask(page, size)
    times.push((await shown) - asked)
    await moreFrames(page, 30)
  }
  return times
}

async function upstream(page: Page, what: string): Promise<Side> {
  const before = await outboundVideo(page)
  const begun = performance.now()
  await page.waitForTimeout(upstreamSeconds * 1000)
  const after = await outboundVideo(page)
  const seconds = (performance.now() - begun) / 1000
  const kilobits = ((after.bytes - before.bytes) * 8) / 1000 / seconds
  return { what, values: rounded({ 'kbit/s': kilobits, layers: after.layers }) }
}
