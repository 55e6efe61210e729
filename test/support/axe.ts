import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const engine = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds wrong on a page, one line for each rule. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: engine })
  return page.evaluate(async () => {
    const { violations } = await (Reflect.get(globalThis, 'axe') as typeof axe).run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
  })
}
