import type { Page } from 'playwright-core'
import { newVisitor } from '../support/browser.ts'
import { createEventLog, type EventLog, type HeardEvent } from './event-log.ts'
import { joinInPage } from './join-in-page.ts'
import type { Stage } from './stage.ts'

/** What a page needs to join. */
export interface Ticket {
  readonly applicationId: string
  readonly sessionId: string
  readonly token: string
}

export interface VisitorOptions {
  readonly ticket: Ticket
  /** Default `camera`. */
  readonly publish?: 'camera' | 'nothing'
}

/** A person in the session: a real page with the unmodified OpenTok.js that subscribes to everybody else. */
export interface Visitor extends Pick<EventLog, 'all' | 'hears' | 'forget'> {
  readonly page: Page
  readonly connectionId: string
  /** Empty when nothing is published. */
  readonly streamId: string
  leave(): Promise<void>
}

/** Opens a page and joins with it; resolves when connected and, with a camera, published. */
export async function bringVisitor(
  stage: Stage,
  name: string,
  { ticket, publish = 'camera' }: VisitorOptions,
): Promise<Visitor> {
  const { page, close } = await newVisitor(stage.browser)
  const log = createEventLog(name)
  try {
    await page.exposeFunction('tell', (event: HeardEvent) => log.add(event))
    await page.goto(stage.page)
    const ids = await page.evaluate(joinInPage, {
      ...ticket,
      url: stage.platform.url,
      name,
      publish,
    })
    return {
      get all() {
        return log.all
      },
      hears: log.hears,
      forget: log.forget,
      page,
      ...ids,
      leave: close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
