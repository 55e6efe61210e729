import type { Browser, BrowserContext, Page } from 'playwright-core'
import { joinWithOpenTok, type Keys } from '../support/opentok-client.ts'
import { kill, renderersOf } from './renderers.ts'
import type { InTurn } from './turns.ts'

/** What can be done to a seat: somebody comes, changes something, or goes in one of three ways. */
export const acts = ['enter', 'publish', 'watch', 'leave', 'close', 'kill'] as const
export type Act = (typeof acts)[number]

/** A place in a session that people take and give up again. */
export type Seat = {
  /** What can be done now; nothing while something is being done. */
  readonly possible: readonly Act[]
  perform(act: Act): Promise<void>
}

export type SeatOptions = {
  browser: Browser
  /** The address of a page with OpenTok.js. */
  bare: string
  keys: () => Keys
  /** Pages open one after another: their processes are told apart by when they began. */
  inTurn: InTurn
}

type Guest = { page: Page; context: BrowserContext; renderers: readonly number[] }

// Small and slow pictures: it is coming and going that is looked at.
const publisher = { resolution: '320x240', frameRate: 7 } as const

export function createSeat({ browser, bare, keys, inTurn }: SeatOptions): Seat {
  let guest: Guest | undefined
  let isBusy = false

  const open = () =>
    inTurn(async (): Promise<Guest> => {
      const before = new Set(await renderersOf(browser))
      const context = await browser.newContext({ permissions: ['camera', 'microphone'] })
      const page = await context.newPage()
      await page.goto(bare)
      const renderers = (await renderersOf(browser)).filter((pid) => !before.has(pid))
      return { page, context, renderers }
    })
  const enter = async () => {
    guest = await open()
    await joinWithOpenTok(guest.page, keys(), { publisher })
  }
  const go = async (way: 'leave' | 'close' | 'kill') => {
    const gone = guest
    guest = undefined
    if (gone === undefined) return
    if (way === 'leave') await gone.page.evaluate(leave)
    if (way === 'kill') {
      const crashed = gone.page.waitForEvent('crash')
      kill(gone.renderers)
      await crashed
    }
    await gone.context.close()
  }
  const carryOut = async (act: Act): Promise<void> => {
    switch (act) {
      case 'enter':
        return enter()
      case 'publish':
        return guest?.page.evaluate(togglePublisher, publisher)
      case 'watch':
        return guest?.page.evaluate(toggleSubscriber)
      case 'leave':
      case 'close':
      case 'kill':
        return go(act)
      default:
        return act satisfies never
    }
  }

  return {
    get possible() {
      if (isBusy) return []
      return guest === undefined ? (['enter'] as const) : acts.filter((act) => act !== 'enter')
    },
    perform: async (act) => {
      isBusy = true
      try {
        await carryOut(act)
      } finally {
        isBusy = false
      }
    },
  }
}

/** What these run in finds what `joinWithOpenTok` has left. */
type Joined = {
  session: OT.Session
  publisher: OT.Publisher | undefined
  subscribers: OT.Subscriber[]
}

function leave(): Promise<void> {
  const { session } = globalThis as unknown as Joined
  const left = new Promise<void>((resolve) => session.on('sessionDisconnected', () => resolve()))
  void session.disconnect()
  return left
}

/** Takes the publisher away, or publishes a new one. */
async function togglePublisher(options: object): Promise<void> {
  const joined = globalThis as unknown as Joined
  const { session, publisher: held } = joined
  if (held !== undefined) {
    joined.publisher = undefined
    const destroyed = new Promise<void>((resolve) => held.on('destroyed', () => resolve()))
    session.unpublish(held)
    return destroyed
  }
  const made = OT.initPublisher(undefined, { insertDefaultUI: false, ...options })
  joined.publisher = made
  await new Promise<void>((resolve, reject) => {
    session.publish(made, (error) => (error ? reject(error) : resolve()))
  })
}

/** Unsubscribes from a stream; the next time it subscribes to it again, whether or not it is still there. */
function toggleSubscriber(): void {
  const page = globalThis as unknown as Joined & { unwatched?: OT.Stream }
  const { session, subscribers, unwatched } = page
  delete page.unwatched
  if (unwatched !== undefined) {
    session.subscribe(unwatched, undefined, { insertDefaultUI: false }, () => {})
    return
  }
  const held = subscribers.find(({ stream }) => stream)
  if (held?.stream === undefined) return
  page.unwatched = held.stream
  session.unsubscribe(held)
}
