import type { Browser } from 'playwright-core'
import { newVisitor, startBrowser } from '../test/support/browser.ts'
import { bundled, servedBundle } from '../test/support/bundled-elements.ts'
import { joinWithOpenTok, type Keys } from '../test/support/opentok-client.ts'
import { servePages, type PageServer } from '../test/support/page-server.ts'
import { startStack, type Stack } from '../test/support/stack.ts'
import { timesOf, type Figure } from './figure.ts'
import { barePreview, bareRoom, elementRoom, openTokPreview } from './weightless/pages.ts'
import { firstPreviewFrame, firstRemoteFrame, takeTime } from './weightless/frames.ts'

/** Milliseconds that a built-in camera takes to open, on the quick side. */
const usual = 300

type Bench = {
  readonly browser: Browser
  readonly stack: Stack
  readonly site: PageServer
}

/**
 * What `<ot-room>` costs over a page that does the same with nothing: until the visitor sees themselves, and from the click on
 * Join until they see somebody else. Both are as they are served, the pages take turns, and the other person is the same one.
 */
export async function benchWeightless({ runs }: { runs: number }): Promise<Figure[]> {
  const room = 'bench'
  let stack: Stack | undefined
  const site = await servePages({
    ...servedBundle(await bundled()),
    '/room': elementRoom(room, () => String(stack?.backend)),
    '/preview': barePreview,
    '/opentok': openTokPreview,
    '/bare': bareRoom,
    '/host': {
      type: 'text/html',
      content: '<!doctype html><script src="/opentok.min.js"></script>',
    },
  })
  stack = await startStack({ OT_ORIGINS: site.url })
  const browser = await startBrowser()
  try {
    const bench = { browser, stack, site }
    await seat(bench, room)
    return [
      {
        name: `navigation to first frame of the own picture, with a camera that opens in ${usual} ms`,
        compared: 'median ms',
        ...(await inTurns(runs, {
          ours: ['<ot-room>', () => preview(bench, '/room', usual)],
          baseline: ['getUserMedia alone', () => preview(bench, '/preview', usual)],
        })),
        note: 'The devices are opened while the lobby is fetched, so a camera that takes its time hides most of that.',
      },
      {
        name: 'the same beside a page that does it with OpenTok.js',
        compared: 'median ms',
        ...(await inTurns(runs, {
          ours: ['<ot-room>', () => preview(bench, '/room', usual)],
          baseline: ['OpenTok.js alone', () => preview(bench, '/opentok', usual)],
        })),
        note: 'The bare page has to load OpenTok.js before it can show anybody; the room needs none of it before Join.',
      },
      {
        name: 'the same with a camera that opens at once',
        compared: 'median ms',
        ...(await inTurns(runs, {
          ours: ['<ot-room>', () => preview(bench, '/room', 0)],
          baseline: ['getUserMedia alone', () => preview(bench, '/preview', 0)],
        })),
        note: 'There is no such camera but the made-up one: what is left is fetching, running and laying out a lobby.',
      },
      {
        name: 'click on Join to first remote frame',
        compared: 'median ms',
        ...(await inTurns(runs, {
          ours: ['<ot-room>', () => join(bench, { path: '/room' })],
          baseline: [
            'OpenTok.js alone',
            async () => join(bench, { path: '/bare', credentials: await credentials(bench, room) }),
          ],
        })),
        note: 'Both load OpenTok.js on the click; the bare page has its credentials already, the room asks its backend for them.',
      },
    ]
  } finally {
    await browser.close()
    await stack.close()
    await site.close()
  }
}

type Contender = readonly [what: string, measure: () => Promise<number>]

/** Who goes first changes with every round, and the first round only warms up. */
async function inTurns(runs: number, { ours, baseline }: Record<'ours' | 'baseline', Contender>) {
  const times = new Map<Contender, number[]>([ours, baseline].map((one) => [one, []]))
  for (let run = 0; run <= runs; run += 1) {
    for (const one of run % 2 === 0 ? [ours, baseline] : [baseline, ours]) {
      const [, measure] = one
      const time = await measure()
      if (run > 0) times.get(one)?.push(time)
    }
  }
  return {
    ours: timesOf(ours[0], times.get(ours) ?? []),
    baseline: timesOf(baseline[0], times.get(baseline) ?? []),
  }
}

async function preview({ browser, site }: Bench, path: string, opening: number): Promise<number> {
  const { page, close } = await newVisitor(browser)
  if (opening > 0) await takeTime(page, opening)
  await page.goto(site.url + path)
  const elapsed = await firstPreviewFrame(page)
  await close()
  return elapsed
}

async function join(
  { browser, site }: Bench,
  { path, credentials: known }: { path: string; credentials?: Keys },
): Promise<number> {
  const { page, close } = await newVisitor(browser)
  await page.addInitScript((given) => Object.assign(globalThis, { credentials: given }), known)
  await page.goto(site.url + path)
  await firstPreviewFrame(page)
  const seen = firstRemoteFrame(page)
  await page.getByRole('button', { name: 'Join' }).click()
  const elapsed = await seen
  await close()
  return elapsed
}

/** Somebody who is there already, on a page with nothing but OpenTok.js. */
async function seat(bench: Bench, room: string): Promise<void> {
  const { page } = await newVisitor(bench.browser)
  await page.goto(`${bench.site.url}/host`)
  await joinWithOpenTok(page, await credentials(bench, room))
}

async function credentials({ stack }: Bench, room: string): Promise<Keys> {
  const response = await fetch(`${stack.backend}/rooms/${room}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  return { ...((await response.json()) as Omit<Keys, 'emulator'>), emulator: stack.emulator }
}
