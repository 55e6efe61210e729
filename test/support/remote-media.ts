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

/** Resolves once the sound that a page's browser has decoded is loud enough to be heard. */
export async function heardSound(page: InPage): Promise<void> {
  for (let loudest = 0; loudest < 0.05;) {
    const received = await statistics(page, 'inbound-rtp')
    loudest = Math.max(...received.map(({ audioLevel }) => Number(audioLevel ?? 0)))
  }
}
