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
        new Promise<{ width: number; height: number }>((resolve) => {
          picture.requestVideoFrameCallback((_now, { width, height }) => resolve({ width, height }))
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
