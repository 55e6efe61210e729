import { launch, type Browser } from 'puppeteer-core'
import type { InPage } from './in-page.ts'
import { notePeerConnections } from './peer-connections.ts'

/** A person with a tab of their own, watched for errors. */
export type FirefoxVisitor = {
  page: InPage
  /** What the page wrote as console errors and uncaught exceptions. */
  errors: string[]
  close(): Promise<void>
}

const fakeMedia = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'media.autoplay.blocking_policy': 0,
}

/** Lets Firefox send media to 127.0.0.1, which by itself it does not. */
export const withLoopback = { 'media.peerconnection.ice.loopback': true }

/** Starts a real Firefox whose camera shows changing colours and whose microphone hums. */
export function startFirefox(preferences: Record<string, boolean> = {}): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox',
    extraPrefsFirefox: { ...fakeMedia, ...preferences },
  })
}

/** Opens an address in a tab of its own. */
export async function visitWithFirefox(browser: Browser, url: string): Promise<FirefoxVisitor> {
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.evaluateOnNewDocument(notePeerConnections)
  await page.goto(url)
  return {
    page: { evaluate: (code, argument) => page.evaluate(code as never, argument) },
    errors,
    close: () => page.close(),
  }
}
