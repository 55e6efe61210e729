import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'

/** A camera before which a person sits still. */
export type Portrait = {
  /** What starts a browser with that camera. */
  argument: string
  /** What the browser calls the camera. */
  film: string
  close(): Promise<void>
}

/** Chromium plays a file of JPEG pictures in a row, again and again. */
export async function portraitCamera(): Promise<Portrait> {
  const folder = await mkdtemp(join(tmpdir(), 'portrait-'))
  const picture = await readFile(join(import.meta.dirname, 'person.jpg'))
  const film = join(folder, 'person.mjpeg')
  await writeFile(film, Buffer.concat(Array.from({ length: 20 }, () => picture)))
  return {
    film,
    argument: `--use-file-for-fake-video-capture=${film}`,
    close: () => rm(folder, { recursive: true }),
  }
}

/** How much detail there is in the person and behind them; 0 is one colour. */
export type Detail = { person: number; behind: number }

/** Looks at the next frame of the picture in a tile. */
export async function detailIn(tile: Locator): Promise<Detail> {
  const [detail] = await detailsOf(tile, 1)
  if (!detail) throw new Error('No frame was looked at.')
  return detail
}

/** Looks at so many frames of the picture in a tile, one after the other. */
export function detailsOf(tile: Locator, frames: number): Promise<Detail[]> {
  return tile.locator('video').evaluate(async (element, count) => {
    const video = element as HTMLVideoElement
    const [width, height] = [320, 180]
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    const found: { person: number; behind: number }[] = []
    while (found.length < count) {
      await new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error('No frame within 30 s')), 30_000)
        video.requestVideoFrameCallback(() => {
          clearTimeout(late)
          resolve(undefined)
        })
      })
      context?.drawImage(video, 0, 0, width, height)
      found.push({
        person: detail({ x: 150, y: 40, width: 60, height: 60 }),
        behind: detail({ x: 250, y: 10, width: 65, height: 80 }),
      })
    }
    return found

    /** How much each pixel differs from the one beside it, on the average. */
    function detail(at: { x: number; y: number; width: number; height: number }): number {
      const data = context?.getImageData(at.x, at.y, at.width, at.height).data ?? []
      let sum = 0
      for (let index = 4; index < data.length; index += 4) {
        sum += Math.abs((data[index + 1] ?? 0) - (data[index - 3] ?? 0))
      }
      return sum / (data.length / 4)
    }
  }, frames)
}
