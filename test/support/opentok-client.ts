import type { Page } from 'playwright-core'
import type { InPage } from './in-page.ts'

export type Keys = { emulator: string; applicationId: string; sessionId: string; token: string }

/** What a page may say when it makes its session and its publisher. */
export type JoinOptions = {
  session?: {
    sessionMigration?: true
    connectionEventsSuppressed?: true
    iceConfig?: OT.IceConfig
    encryptionSecret?: string
  }
  /** `none` only watches. */
  publisher?: 'none' | PublisherOptions
}

type PublisherOptions = {
  /** In place of the camera: what `flash` or `hum` has made, or the whole screen. */
  source?: 'flashing' | 'humming' | 'screen'
  publishCaptions?: true
  resolution?: '320x240' | '640x480' | '1280x720'
  frameRate?: 7 | 30
  scalableVideo?: false
  preferredVideoCodecs?: ['vp8' | 'vp9' | 'h264']
  audioFallback?: { publisher: boolean; subscriber: boolean }
}

type Joining = { keys: Keys; options: JoinOptions }

/** Points the page's OpenTok.js at the emulator and joins. */
export async function joinWithOpenTok(
  page: InPage,
  keys: Keys,
  options: JoinOptions = {},
): Promise<void> {
  await page.evaluate((url) => OT.setProxyUrl(url), keys.emulator)
  await enterWithOpenTok(page, { keys, options })
}

/** Loads OpenTok.js into an empty page that names the emulator in `OTProperties`, the older way, and joins. */
export async function joinWithProperties(page: Page, keys: Keys): Promise<void> {
  // The one request that the properties cannot redirect; its service answers this for a project without settings.
  await page.route('https://config.opentok.com/**', (route) => route.fulfill({ json: {} }))
  await page.evaluate((url) => {
    Object.assign(globalThis, { OTProperties: { apiURL: url, loggingURL: url } })
  }, keys.emulator)
  await page.addScriptTag({ url: '/opentok.min.js' })
  await enterWithOpenTok(page, { keys, options: {} })
}

/** Connects to a session, publishes the fake camera and subscribes to all; resolves when published. */
async function enterWithOpenTok(page: InPage, joining: Joining): Promise<void> {
  await page.evaluate(async ({ keys: { applicationId, sessionId, token }, options }) => {
    const session = OT.initSession(applicationId, sessionId, options.session ?? {})
    const subscribers: OT.Subscriber[] = []
    session.on('streamCreated', ({ stream }) => {
      const subscriber = session.subscribe(stream, undefined, { insertDefaultUI: false })
      subscribers.push(subscriber)
      subscriber.on('videoElementCreated', ({ element }) => {
        element.dataset['remote'] = stream.streamId
        document.body.append(element)
      })
      // It comes once and early, so it is kept for whoever asks later.
      subscriber.once('encryptionSecretMismatch', () => {
        document.documentElement.dataset['secretMismatch'] = 'seen'
      })
    })
    // A page that loses its connection says so where the tests look for trouble.
    session.on('sessionReconnecting', () => console.error('sessionReconnecting'))
    session.on('sessionDisconnected', () => console.error('sessionDisconnected'))
    await new Promise<void>((resolve, reject) => {
      session.connect(token, (error) => (error ? reject(error) : resolve()))
    })
    // For what a test does next.
    Object.assign(globalThis, { session, subscribers })
    if (options.publisher === 'none') return
    const { source, ...wanted } = options.publisher ?? {}
    const sources = {
      camera: {},
      flashing: Reflect.get(globalThis, 'flashing'),
      humming: Reflect.get(globalThis, 'humming'),
      screen: { videoSource: 'screen' },
    }
    const own = { insertDefaultUI: false, ...wanted, ...sources[source ?? 'camera'] }
    const publisher = OT.initPublisher(undefined, own)
    Object.assign(globalThis, { publisher })
    await new Promise<void>((resolve, reject) => {
      session.publish(publisher, (error) => (error ? reject(error) : resolve()))
    })
  }, joining)
}

/** The error that connecting with these keys ends in, as the page's code sees it. */
export function connectError(
  page: Page,
  keys: Keys,
): Promise<{ code: number; name: string; message: string } | null> {
  return page.evaluate(({ emulator, applicationId, sessionId, token }) => {
    OT.setProxyUrl(emulator)
    return new Promise((resolve) => {
      OT.initSession(applicationId, sessionId).connect(token, (error) => {
        // The client's own types leave the code out.
        const code = Number(error && Reflect.get(error, 'code'))
        resolve(error ? { code, name: error.name, message: error.message } : null)
      })
    })
  }, keys)
}

/** Resolves with the size of the first decoded frame of a remote picture. */
export async function firstRemoteFrame(page: Page): Promise<{ width: number; height: number }> {
  const video = await page.waitForSelector('video[data-remote]')
  return video.evaluate((element) => {
    const picture = element as HTMLVideoElement
    return new Promise((resolve) => {
      picture.requestVideoFrameCallback((_now, { width, height }) => resolve({ width, height }))
    })
  })
}

/** Resolves when thirty more frames of a remote picture have been decoded; how far its clock went meanwhile, in seconds. */
export async function secondOfPicture(page: Page): Promise<number> {
  const video = await page.waitForSelector('video[data-remote]')
  return video.evaluate(async (element) => {
    const picture = element as HTMLVideoElement
    const next = () => new Promise((resolve) => picture.requestVideoFrameCallback(resolve))
    const before = picture.currentTime
    for (let frame = 0; frame < 30; frame += 1) await next()
    return picture.currentTime - before
  })
}

export type Size = { width: number; height: number }

/** Lets the page ask for pictures of that size; at what time of the page, in milliseconds. */
export function preferSize(page: Page, size: Size): Promise<number> {
  return page.evaluate((preferred) => {
    const { subscribers } = globalThis as unknown as { subscribers: OT.Subscriber[] }
    const now = performance.now()
    for (const subscriber of subscribers) void subscriber.setPreferredResolution(preferred)
    return now
  }, size)
}

/** Connects as a host and disconnects everybody who is there. */
export async function removeEverybodyElse(page: Page, keys: Keys): Promise<void> {
  await page.evaluate(async ({ emulator, applicationId, sessionId, token }) => {
    OT.setProxyUrl(emulator)
    const session = OT.initSession(applicationId, sessionId)
    const removed = new Promise<void>((resolve, reject) => {
      session.on('connectionCreated', ({ connection }) => {
        if (connection.connectionId === session.connection?.connectionId) return
        session.forceDisconnect(connection).then(resolve, reject)
      })
    })
    await new Promise<void>((resolve, reject) => {
      session.connect(token, (error) => (error ? reject(error) : resolve()))
    })
    await removed
  }, keys)
}
