import type { Page } from 'playwright-core'

/**
 * Lets `announcements` hear what a screen reader would read out by itself: what comes into a live region that is there already.
 * Call it before the page opens.
 */
export async function listenToAnnouncements(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    const known = new WeakMap<Element, string>()
    const live = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]'
    const textOf = (region: Element): string =>
      (region.textContent ?? '').replaceAll(/\s+/g, ' ').trim()

    const follow = (root: Document | ShadowRoot): void => {
      new MutationObserver((changes) => {
        const regions = changes.map(({ target }) =>
          (target instanceof Element ? target : target.parentElement)?.closest(live),
        )
        for (const region of new Set(regions)) {
          if (!region || !known.has(region) || textOf(region) === known.get(region)) continue
          const text = textOf(region)
          known.set(region, text)
          if (text) heard.push(text)
        }
        for (const region of root.querySelectorAll(live)) {
          if (!known.has(region)) known.set(region, textOf(region))
        }
      }).observe(root, { childList: true, characterData: true, subtree: true })
    }
    const { attachShadow } = Element.prototype
    Element.prototype.attachShadow = function (this: Element, init) {
      const root = attachShadow.call(this, init)
      follow(root)
      return root
    }
    follow(document)
  })
}

/** What was read out so far, in order. */
export function announcements(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)
}
