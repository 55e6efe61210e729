import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { holdFirstDevices, watchDevices } from './devices.ts'
import { watchPeerConnections } from './peer-connections.ts'

const fakeMedia = [
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
]

// Without these Chromium looks up its maker's hosts on its own, which a machine without a network answers slowly.
const quiet = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/** Shares a made-up screen without asking. */
export const withScreen = ['--use-fake-ui-for-media-stream']

/** What a firewall that lets no UDP out leaves of WebRTC; a whole browser and a headless one call it differently. */
export const withoutUdp = [
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
]

/** Starts a real Chromium whose camera shows a moving test picture and whose microphone beeps. */
export function startBrowser(...more: string[]): Promise<Browser> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: [...fakeMedia, ...quiet, ...sandbox, ...more],
  })
}

/**
 * The same for calls that are about what is sent and heard, not about how a page looks: without windows of its own where that
 * is to be had, which takes a third of the processor. Whoever asks for devices gets them.
 */
export function startHeadlessShell(...more: string[]): Promise<Browser> {
  const executablePath = process.env['CHROME_SHELL_PATH']
  if (!executablePath) return startBrowser(...more)
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  // It has nobody who could be asked.
  const args = [...fakeMedia, '--use-fake-ui-for-media-stream', ...quiet, ...sandbox, ...more]
  return chromium.launch({ executablePath, args })
}

export type Visitor = {
  page: Page
  context: BrowserContext
  /** What the page wrote as console errors and uncaught exceptions. */
  errors: string[]
  /** Every HTTP request and WebSocket of the page. */
  requests: string[]
  close(): Promise<void>
}

export type VisitorOptions = {
  /** What the browser answers when the page asks for camera and microphone; `late`: nothing the first time. Default `granted`. */
  devices?: 'granted' | 'denied' | 'late'
}

/** A person with a browser profile of their own, watched for errors and requests. */
export async function newVisitor(browser: Browser, options: VisitorOptions = {}): Promise<Visitor> {
  const permissions = options.devices === 'denied' ? [] : ['camera', 'microphone']
  const context = await browser.newContext({ permissions, viewport: { width: 1000, height: 760 } })
  const page = await context.newPage()
  if (options.devices === 'denied') await denyDevices(page)
  if (options.devices === 'late') await holdFirstDevices(page)
  await watchDevices(page)
  await watchPeerConnections(page)
  const errors: string[] = []
  const requests: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('request', (request) => requests.push(request.url()))
  page.on('websocket', (socket) => requests.push(socket.url()))
  return { page, context, errors, requests, close: () => context.close() }
}

/** What OpenTok.js 2.35 says of races inside itself. */
const clientsOwn = [
  // A camera that goes on or off sets the sender's parameters twice at once, and one of the two is lost; on a page with
  // nothing but OpenTok.js it does the same.
  /OpenTok:PublisherPeerConnection.*setParameters/,
  // Statistics that were being gathered come back after their stream has gone; seen with a peer that closed its page.
  /OpenTok:QoS.*Failed to Parse QOS Stats/,
  // The same, of a publisher whose picture has gone by then: seen once in some twenty times of leaving.
  /OpenTok:Events.*Cannot read properties of null \(reading 'width'\)[^]*logQoS/,
  // After a server rotation every subscriber is told that it has moved, also those of a relayed session, which did not have to.
  /OpenTok:Subscriber.*'Subscribing' cannot transition to 'Subscribing'/,
]

/** What Chromium 156 says of a race inside itself. */
const browsersOwn = [
  // A camera that is stopped while a frame of it is on its way to the page: that frame reaches nobody who could close it.
  // On a bare page with a `MediaStreamTrackProcessor` and nothing else, 2 in 300 times.
  /^A VideoFrame was garbage collected without being closed/,
]

/** The errors that this product answers for. */
export function unexpected(errors: string[]): string[] {
  const known = [...clientsOwn, ...browsersOwn]
  return errors.filter((text) => !known.some((one) => one.test(text)))
}

/** The requests that would have left this machine. */
export function foreign(requests: string[]): string[] {
  return requests.filter((url) => {
    const { protocol, hostname } = new URL(url)
    if (protocol === 'data:' || protocol === 'blob:') return false
    return !['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  })
}

/** Without an answer the page would wait for a click that nobody makes. */
async function denyDevices(page: Page): Promise<void> {
  const protocol = await page.context().newCDPSession(page)
  for (const name of ['camera', 'microphone']) {
    await protocol.send('Browser.setPermission', { permission: { name }, setting: 'denied' })
  }
}
