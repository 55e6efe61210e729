import { generate } from 'css-tree'
import type { CssNode, Nth, PseudoClassSelector, Selector as SelectorNode } from 'css-tree'
import type { Compound, Counting, Selector } from './selector.ts'

/** Reads one selector; `undefined` when layouts do not have its kind. */
export function readSelector(node: SelectorNode): Selector | undefined {
  let current: CssNode[] = []
  const compounds = [current]
  const combinators: ('next' | 'later')[] = []
  for (const part of node.children) {
    if (part.type !== 'Combinator') current.push(part)
    else {
      if (part.name !== '+' && part.name !== '~') return undefined
      combinators.push(part.name === '+' ? 'next' : 'later')
      compounds.push((current = []))
    }
  }
  const read = compounds.flatMap((parts) => readCompound(parts) ?? [])
  const subject = read.at(-1)
  if (subject === undefined || read.length !== compounds.length) return undefined
  const siblings = combinators.flatMap((where, index) => {
    const compound = read[index]
    return compound === undefined ? [] : [{ where, compound }]
  })
  return { subject, siblings: siblings.toReversed() }
}

function readCompound(parts: readonly CssNode[]): Compound | undefined {
  const classes: string[] = []
  const countings: Counting[] = []
  let type: string | undefined
  for (const part of parts) {
    if (part.type === 'ClassSelector') classes.push(part.name)
    else if (part.type === 'TypeSelector' && part.name !== '*') type = part.name.toLowerCase()
    else {
      const counting = part.type === 'PseudoClassSelector' ? readCounting(part) : undefined
      if (counting === undefined) return undefined
      countings.push(counting)
    }
  }
  if (parts.length === 0) return undefined
  return { classes, countings, ...(type !== undefined && { type }) }
}

function readCounting({ name, children }: PseudoClassSelector): Counting | undefined {
  const [, nth, from] = /^(nth-)?(?:(first|last)-)?child$/.exec(name.toLowerCase()) ?? []
  const end = from === 'last' ? 'last' : 'first'
  if (nth === undefined) {
    return from === undefined ? undefined : { from: end, step: 0, offset: 1 }
  }
  const argument = children?.first
  if (from === 'first' || argument?.type !== 'Nth' || argument.selector !== null) return undefined
  return { from: end, ...readNth(argument.nth) }
}

function readNth(node: Nth['nth']): { step: number; offset: number } {
  if (node.type !== 'AnPlusB') return { step: 2, offset: generate(node) === 'odd' ? 1 : 0 }
  const { a, b } = node
  return { step: readStep(a), offset: Number(b ?? 0) }
}

function readStep(a: string | null | undefined): number {
  if (a === null || a === undefined) return 0
  return /^[+-]?$/.test(a) ? Number(`${a}1`) : Number(a)
}
