import type { Page } from 'playwright-core'

/** Every layout shift of the page that nobody caused by a click or a key, in words; call it once all is shown. */
export function layoutShifts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const shifts: string[] = []
    const note = (entries: readonly PerformanceEntry[]): void => {
      for (const entry of entries as readonly LayoutShift[]) {
        if (entry.hadRecentInput) continue
        const moved = entry.sources.map(({ node, previousRect, currentRect }) => {
          const [before, after] = [previousRect, currentRect].map(
            ({ x, y, width, height }) => `${x},${y} ${width}x${height}`,
          )
          return `${node?.nodeName} from ${before} to ${after}`
        })
        shifts.push(`${entry.value.toFixed(4)}: ${moved.join('; ')}`)
      }
    }
    const observer = new PerformanceObserver((list) => note(list.getEntries()))
    observer.observe({ type: 'layout-shift', buffered: true })
    // Entries are made when a frame is; one more, and the last of them is there.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
    note(observer.takeRecords())
    observer.disconnect()
    return shifts
  })
}

/** https://wicg.github.io/layout-instability/, which the types do not know yet. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number
  readonly hadRecentInput: boolean
  readonly sources: readonly {
    readonly node: Node | null
    readonly previousRect: DOMRectReadOnly
    readonly currentRect: DOMRectReadOnly
  }[]
}
