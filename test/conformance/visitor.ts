import type { Browser, Page, WebSocket } from 'playwright-core'
import { newVisitor } from '../support/browser.ts'
import { createEventLog, type EventLog, type HeardEvent } from './event-log.ts'
import { joinInPage, leaveInPage, publishInPage } from './in-page.ts'

/** What a page needs to join. */
export interface Ticket {
  readonly applicationId: string
  readonly sessionId: string
  readonly token: string
}

export interface JoinOptions {
  /** Default `camera`. */
  readonly publish?: 'camera' | 'nothing'
}

/** A person in a session: a real page with the unmodified OpenTok.js that subscribes to everybody else. */
export interface Visitor extends Pick<EventLog, 'all' | 'hears' | 'forget'> {
  readonly page: Page
  readonly connectionId: string
  /** Of what was published on joining; empty when nothing was. */
  readonly streamId: string
  /** Publishes the camera; resolves with the id of the stream. */
  publish(): Promise<string>
  /** Disconnects, if the session has not ended before; resolves when the page can join again. */
  leave(): Promise<void>
}

/** A person with a page that has loaded OpenTok.js, who joins one session after the other. */
export interface Person {
  /** Resolves when connected and, with a camera, published. */
  join(ticket: Ticket, options?: JoinOptions): Promise<Visitor>
  close(): Promise<void>
}

export interface PersonOptions {
  readonly name: string
  /** The address of a page with nothing but OpenTok.js. */
  readonly address: string
  /** Where the page's OpenTok.js finds the platform. */
  readonly platform: string
}

export async function bringPerson(
  browser: Browser,
  { name, address, platform }: PersonOptions,
): Promise<Person> {
  const { page, close } = await newVisitor(browser)
  const log = createEventLog(name)
  const hungUp = watchSockets(page)
  await page.exposeFunction('tell', (event: HeardEvent) => log.add(event))
  await page.goto(address)
  await page.evaluate((url) => OT.setProxyUrl(url), platform)
  return {
    join: async (ticket, { publish = 'camera' } = {}) => {
      log.forget()
      const connectionId = await page.evaluate(joinInPage, ticket)
      const begin = () => page.evaluate(publishInPage, name)
      const streamId = publish === 'camera' ? await begin() : ''
      return {
        get all() {
          return log.all
        },
        hears: log.hears,
        forget: log.forget,
        page,
        connectionId,
        streamId,
        publish: begin,
        leave: async () => {
          await page.evaluate(leaveInPage)
          await hungUp()
        },
      }
    },
    close,
  }
}

/**
 * Resolves when no WebSocket of the page is open. OpenTok.js keeps that of a session for a moment after it was put out of it,
 * and takes its end for that of the next session when the page has joined again by then.
 */
function watchSockets(page: Page): () => Promise<void> {
  const open = new Set<WebSocket>()
  page.on('websocket', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return async () => {
    await Promise.all([...open].map((socket) => socket.waitForEvent('close')))
  }
}
