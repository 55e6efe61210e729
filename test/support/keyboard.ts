import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** Presses Tab until the focus is on what is called that, as somebody without a mouse does; fails after forty times. */
export async function tabTo(page: Page, name: string, way: 'Tab' | 'Shift+Tab' = 'Tab') {
  const passed: string[] = []
  while (passed.length < 40) {
    await page.keyboard.press(way)
    const focus = await focusOf(page)
    if (focus.name === name) {
      assert.ok(focus.outlined, `It shows that ${name} has the focus.`)
      return
    }
    passed.push(focus.name)
  }
  throw new Error(`The keyboard does not reach ${name}, only ${passed.join(', ')}.`)
}

/** Resolves once the focus is on what is called that, without a key. */
export async function landedOn(page: Page, name: string): Promise<void> {
  for (let frame = 0; frame < 300; frame += 1) {
    if ((await focusOf(page)).name === name) return
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  assert.equal((await focusOf(page)).name, name)
}

/** What has the focus, through every shadow root: its name, and whether that can be seen. */
function focusOf(page: Page): Promise<{ name: string; outlined: boolean }> {
  return page.evaluate(() => {
    let focus = document.activeElement
    while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement
    if (!focus || focus === document.body) return { name: 'nothing', outlined: false }
    const field = focus as Partial<HTMLInputElement>
    // The rest of a picker's label is what can be picked.
    const label = field.labels?.[0]?.querySelector('span')?.textContent
    const name = focus.getAttribute('aria-label') ?? label ?? focus.textContent ?? ''
    const { outlineStyle } = getComputedStyle(focus)
    return { name: name.replaceAll(/\s+/g, ' ').trim(), outlined: outlineStyle !== 'none' }
  })
}
