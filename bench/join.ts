import type { Browser } from 'playwright-core'
import { serveBarePage } from '../test/support/bare-page.ts'
import { newVisitor, startBrowser } from '../test/support/browser.ts'
import { openTokKeys } from '../test/support/official-sdks.ts'
import { joinWithOpenTok } from '../test/support/opentok-client.ts'
import { visit } from '../test/support/room-page.ts'
import { startStack, type Stack } from '../test/support/stack.ts'
import { timesOf, type Figure } from './figure.ts'

type Bench = { browser: Browser; stack: Stack; bare: string }

/**
 * From the click on Join to the first decoded frame of the person who is there already. The baseline is a page with nothing but
 * OpenTok.js, which is loaded on the click as well and gets its credentials for free.
 */
export async function benchJoin({ runs }: { runs: number }): Promise<Figure> {
  const stack = await startStack()
  const browser = await startBrowser()
  const bare = await serveBarePage()
  const bench = { browser, stack, bare: `${bare.url}/` }
  const ours: number[] = []
  const baseline: number[] = []
  try {
    for (let run = 0; run < runs; run += 1) {
      ours.push(await joinRoom(bench, `bench-${run}`))
      baseline.push(await joinBare(bench))
    }
  } finally {
    await browser.close()
    await stack.close()
    await bare.close()
  }
  return {
    name: 'click on Join to first remote frame',
    compared: 'median ms',
    ours: timesOf('<ot-room>', ours),
    baseline: timesOf('OpenTok.js alone', baseline),
  }
}

async function joinRoom({ browser, stack }: Bench, room: string): Promise<number> {
  const url = `${stack.demo}/?room=${room}`
  const host = await visit(browser, url)
  await host.join('Host')
  await host.room.getByText('You are the only one here').waitFor()
  const guest = await visit(browser, url)
  // The lobby is ready when its picture moves; a person would not click earlier.
  await guest.room.locator('video').waitFor()
  const elapsed = await guest.room.evaluate(async (element) => {
    const room = element as HTMLElement
    const inside = <T extends Element>(root: ParentNode, selector: string): T[] => {
      const found = [...root.querySelectorAll<T>(selector)]
      const shadows = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
      return [...found, ...shadows.flatMap((shadow) => inside<T>(shadow, selector))]
    }
    const remote = (): HTMLVideoElement | undefined => {
      const tiles = inside<HTMLElement>(room.shadowRoot ?? room, 'ot-tile')
      const host = tiles.find(({ shadowRoot }) => shadowRoot?.textContent.includes('Host'))
      return host?.shadowRoot?.querySelector('video') ?? undefined
    }
    const [join] = inside<HTMLButtonElement>(room.shadowRoot ?? room, '[part="join"]')
    const clicked = performance.now()
    join?.click()
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
  await guest.close()
  await host.close()
  return elapsed
}

async function joinBare({ browser, stack, bare }: Bench): Promise<number> {
  const { keys, token } = await openTokKeys(stack)
  const host = await newVisitor(browser)
  await host.page.goto(bare)
  await joinWithOpenTok(host.page, keys)
  const guest = await newVisitor(browser)
  await guest.page.goto(`${bare}empty`)
  const elapsed = await guest.page.evaluate(
    async ({ emulator, applicationId, sessionId, token: ticket }) => {
      const clicked = performance.now()
      const script = document.createElement('script')
      script.src = '/opentok.min.js'
      document.head.append(script)
      await new Promise((resolve) => script.addEventListener('load', resolve))
      OT.setProxyUrl(emulator)
      const session = OT.initSession(applicationId, sessionId)
      const first = new Promise<number>((resolve) => {
        session.on('streamCreated', ({ stream }) => {
          const options = { insertDefaultUI: false }
          session.subscribe(stream, undefined, options).on('videoElementCreated', ({ element }) => {
            document.body.append(element)
            const video = element as HTMLVideoElement
            video.requestVideoFrameCallback((now) => resolve(now - clicked))
          })
        })
      })
      await session.connect.promise(ticket)
      session.publish(OT.initPublisher(undefined, { insertDefaultUI: false }))
      return first
    },
    { ...keys, token: token() },
  )
  await guest.close()
  await host.close()
  return elapsed
}
