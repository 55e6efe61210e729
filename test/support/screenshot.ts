import type { Page } from 'playwright-core'

export type Rgb = readonly [red: number, green: number, blue: number]

/** The colours of places in a screenshot, in CSS pixels of a page whose device pixels are as large. */
export function colourAt(
  page: Page,
  screenshot: Buffer,
  places: readonly { readonly x: number; readonly y: number }[],
): Promise<Rgb[]> {
  return page.evaluate(
    async ([base64, spots]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(picture.width, picture.height)
      const brush = canvas.getContext('2d')
      brush?.drawImage(picture, 0, 0)
      return spots.map(({ x, y }): [number, number, number] => {
        const [red = 0, green = 0, blue = 0] = brush?.getImageData(x, y, 1, 1).data ?? []
        return [red, green, blue]
      })
    },
    [screenshot.toString('base64'), places] as const,
  )
}
