import type { Browser, Page } from 'playwright-core'
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
  /** Disconnects; does nothing when the session has ended before. */
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
        leave: () => page.evaluate(leaveInPage),
      }
    },
    close,
  }
}
