import type { Page } from 'playwright-core'
import type { InPage } from './in-page.ts'
import { statistics } from './peer-connections.ts'

/** Resolves once remote pictures of that many streams have each had fifteen more frames; how large the last ones were. */
export function seenPictures(
  page: InPage,
  streams: number,
): Promise<{ width: number; height: number }[]> {
  return page.evaluate(async (wanted) => {
    const pictures = (): HTMLVideoElement[] => [...document.querySelectorAll('video')]
    while (pictures().filter(({ dataset }) => dataset['remote']).length < wanted) {
      await new Promise(requestAnimationFrame)
    }
    const watch = async (picture: HTMLVideoElement) => {
      const next = () =>
        new Promise<{ width: number; height: number }>((resolve, reject) => {
          const late = setTimeout(() => {
            const { isConnected, readyState, paused, srcObject } = picture
            const tracks = (srcObject as MediaStream | null)?.getVideoTracks() ?? []
            const about = tracks.map(({ id, readyState, muted }) => [id, readyState, muted])
            const seen = { isConnected, readyState, paused, tracks: about }
            reject(new Error(`No frame within 30 s: ${JSON.stringify(seen)}`))
          }, 30_000)
          picture.requestVideoFrameCallback((_now, { width, height }) => {
            clearTimeout(late)
            resolve({ width, height })
          })
        })
      for (let frame = 1; frame < 15; frame += 1) await next()
      return next()
    }
    return Promise.all(
      pictures()
        .filter(({ dataset }) => dataset['remote'])
        .map(watch),
    )
  }, streams)
}

/** Resolves when a remote picture of that height is shown; at what time of the page, in milliseconds. */
export async function frameOfHeight(page: Page, wanted: number): Promise<number> {
  const video = await page.waitForSelector('video[data-remote]')
  return video.evaluate(
    (element, height) =>
      new Promise<number>((resolve) => {
        const picture = element as HTMLVideoElement
        const look = (now: number, frame: { height: number }): void => {
          if (frame.height === height) resolve(now)
          else picture.requestVideoFrameCallback(look)
        }
        picture.requestVideoFrameCallback(look)
      }),
    wanted,
  )
}

/** Resolves when the remote picture has had that many more frames. */
export async function moreFrames(page: Page, wanted: number): Promise<void> {
  const video = await page.waitForSelector('video[data-remote]')
  await video.evaluate(async (element, count) => {
    const picture = element as HTMLVideoElement
    const next = () => new Promise((resolve) => picture.requestVideoFrameCallback(resolve))
    for (let frame = 0; frame < count; frame += 1) await next()
  }, wanted)
}

/** Resolves once the sound that a page's browser has decoded is loud enough to be heard. */
export async function heardSound(page: InPage): Promise<void> {
  for (let loudest = 0; loudest < 0.05;) {
    const received = await statistics(page, 'inbound-rtp')
    loudest = Math.max(...received.map(({ audioLevel }) => Number(audioLevel ?? 0)))
  }
}

/** Resolves once a page has gone on to receive sound for two seconds in which nothing could be heard. */
export async function heardSilence(page: InPage): Promise<void> {
  const packetsInTwoSeconds = 100
  for (let since = 0, received = 0; received - since < packetsInTwoSeconds;) {
    const sounds = await statistics(page, 'inbound-rtp')
    const loudest = Math.max(...sounds.map(({ audioLevel }) => Number(audioLevel ?? 0)))
    const audio = sounds.filter(({ kind }) => kind === 'audio')
    received = audio.reduce((sum, { packetsReceived }) => sum + Number(packetsReceived), 0)
    if (loudest > 0.01 || since === 0) since = received
  }
}

/** The colour near the top of the first remote picture, in words; resolves once it is one of those that were asked for. */
export function seenColour(
  page: InPage,
  wanted: Record<string, readonly number[]>,
): Promise<string> {
  return page.evaluate(async (colours) => {
    const canvas = new OffscreenCanvas(1, 1)
    const brush = canvas.getContext('2d')
    for (;;) {
      await new Promise(requestAnimationFrame)
      const picture = document.querySelector<HTMLVideoElement>('video[data-remote]')
      if (!picture || !brush || picture.videoWidth === 0) continue
      brush.drawImage(picture, 20, 20, 1, 1, 0, 0, 1, 1)
      const [...seen] = brush.getImageData(0, 0, 1, 1).data
      const isNear = (colour: readonly number[]): boolean =>
        colour.every((part, index) => Math.abs(part - Number(seen[index])) < 24)
      const [name] = Object.entries(colours).find(([, colour]) => isNear(colour)) ?? []
      if (name !== undefined) return name
    }
  }, wanted)
}

/**
 * Resolves once a tone is heard from the first remote stream that is louder than everything else; its frequency in hertz. A
 * stream that has come back has another track.
 */
export function heardTone(page: InPage): Promise<number> {
  return page.evaluate(async (audible) => {
    const context = new AudioContext()
    const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 })
    const spectrum = new Float32Array(analyser.frequencyBinCount)
    let heard: MediaStreamTrack | undefined
    let source: AudioNode | undefined
    for (;;) {
      await new Promise(requestAnimationFrame)
      const picture = document.querySelector<HTMLVideoElement>('video[data-remote]')
      const [sound] = (picture?.srcObject as MediaStream | null)?.getAudioTracks() ?? []
      if (!sound) continue
      if (sound !== heard) {
        source?.disconnect()
        source = context.createMediaStreamSource(new MediaStream([sound]))
        source.connect(analyser)
        heard = sound
      }
      analyser.getFloatFrequencyData(spectrum)
      const loudest = spectrum.indexOf(Math.max(...spectrum))
      if (Number(spectrum[loudest]) < audible) continue
      await context.close()
      return (loudest * context.sampleRate) / analyser.fftSize
    }
  }, -40)
}
