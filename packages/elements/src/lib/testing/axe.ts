// Unbundled, axe has no exports: it leaves a global behind.
import 'axe-core/axe.js'
import type axe from 'axe-core'

/** What axe finds wrong in an element, one line per rule. */
export async function violationsIn(element: Element): Promise<string> {
  const engine = Reflect.get(globalThis, 'axe') as typeof axe
  const { violations } = await engine.run(element)
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`).join('\n')
}
