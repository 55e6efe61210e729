import type { OtRoom } from 'ot-room'
import type { Browser, Locator } from 'playwright-core'
import { newVisitor, type Visitor, type VisitorOptions } from './browser.ts'

/** A visitor of a page with one `<ot-room>`, and what a person does and notices there. */
export type RoomVisitor = Visitor & {
  room: Locator
  /** Gives a name and clicks Join. */
  join(name: string): Promise<void>
  /** The tile of another person, by the name on it. */
  tile(name: string): Locator
  button(name: string): Locator
}

/** Opens the page as a person of their own. */
export async function visit(
  browser: Browser,
  url: string,
  options?: VisitorOptions,
): Promise<RoomVisitor> {
  const visitor = await newVisitor(browser, options)
  await visitor.page.goto(url)
  return roomOf(visitor)
}

/** The same with another backend than the page's own. */
export async function visitWithBackend(
  browser: Browser,
  { url, endpoint }: { url: string; endpoint: string },
): Promise<RoomVisitor> {
  const visitor = await visit(browser, url)
  await visitor.room.evaluate((room, address) => room.setAttribute('endpoint', address), endpoint)
  return visitor
}

/** Comes in without the lobby and a camera: for what is not about pictures, which are large in routed rooms. */
export async function comeUnseen(
  { room, tile }: RoomVisitor,
  { name, microphone }: { name: string; microphone: 'on' | 'off' },
): Promise<void> {
  await room.evaluate(
    (element, { name, microphone }) =>
      (element as OtRoom).join({
        name,
        camera: false,
        ...(microphone === 'off' && { microphone: false }),
      }),
    { name, microphone },
  )
  await tile(`${name} (you)`).waitFor()
}

/** What the visitor of an open page does and notices there. */
export function roomOf(visitor: Visitor): RoomVisitor {
  const room = visitor.page.locator('ot-room')
  return {
    ...visitor,
    room,
    async join(name) {
      await room.getByLabel('Your name').fill(name)
      await room.getByRole('button', { name: 'Join' }).click()
    },
    tile: (name) => room.locator('ot-stage').getByRole('listitem').filter({ hasText: name }),
    button: (name) => room.getByRole('button', { name }),
  }
}

/** Resolves with the size of the next decoded frame of the picture in a tile; says what the picture is like when none comes. */
export function nextFrame(tile: Locator): Promise<{ width: number; height: number }> {
  return tile.locator('video').evaluate((element) => {
    const video = element as HTMLVideoElement
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        const { isConnected, readyState, paused, srcObject } = video
        const tracks = (srcObject as MediaStream | null)?.getVideoTracks() ?? []
        const about = tracks.map((track) => [track.label, track.readyState, track.muted])
        const seen = { isConnected, readyState, paused, tracks: about }
        reject(new Error(`No frame within 30 s: ${JSON.stringify(seen)}`))
      }, 30_000)
      video.requestVideoFrameCallback((_now, { width, height }) => {
        clearTimeout(late)
        resolve({ width, height })
      })
    })
  })
}

/** Resolves once the tile's sound is loud enough to be heard; the fake microphone beeps every second. */
export async function heardTone(tile: Locator): Promise<void> {
  await tile.locator('video').evaluate(async (element) => {
    const sound = (element as HTMLVideoElement).srcObject as MediaStream
    const context = new AudioContext()
    const analyser = new AnalyserNode(context)
    context.createMediaStreamSource(new MediaStream(sound.getAudioTracks())).connect(analyser)
    const wave = new Float32Array(analyser.fftSize)
    for (let loudest = 0; loudest < 0.05;) {
      await new Promise(requestAnimationFrame)
      analyser.getFloatTimeDomainData(wave)
      loudest = Math.max(...wave)
    }
    await context.close()
  })
}
