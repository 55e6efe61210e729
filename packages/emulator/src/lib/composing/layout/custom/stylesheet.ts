import { generate, parse } from 'css-tree'
import type { Block, CssNode, Rule as RuleNode } from 'css-tree'
import { readDeclaration } from './read-declaration.ts'
import { readSelector } from './read-selector.ts'
import { matches, weightOf } from './selector.ts'
import type { Selector } from './selector.ts'
import type { Style } from './style.ts'

/** The rules of a style sheet, as far as layouts have them. */
export interface Stylesheet {
  readonly rules: readonly Rule[]
  /** What has no effect, as sentences. */
  readonly ignored: readonly string[]
}

interface Rule {
  readonly selector: Selector
  readonly style: Style
  readonly isImportant: boolean
}

/** Reads the style sheet of a custom layout; what is not known there or is not CSS is left out. */
export function readStylesheet(text: string): Stylesheet {
  const ignored: string[] = []
  const ignore = (what: string) => void ignored.push(`Layouts do not have ${what}`)
  const sheet = parse(text, {
    onParseError: ({ message, line }) => ignored.push(`Line ${line} is not CSS: ${message}`),
  })
  const nodes = sheet.type === 'StyleSheet' ? sheet.children.toArray() : []
  const rules = nodes.flatMap((node): Rule[] => {
    if (node.type === 'Rule') return readRule(node, ignore)
    if (node.type === 'Atrule') ignore(`@${node.name}`)
    return []
  })
  return { rules, ignored: [...new Set(ignored)] }
}

/** What holds for the stream at that place; `classes` has those of every stream. */
export function styleOf(
  { rules }: Stylesheet,
  classes: readonly (readonly string[])[],
  index: number,
): Style {
  return rules
    .filter(({ selector }) => matches(selector, classes, index))
    .toSorted((one, other) => rank(one) - rank(other))
    .reduce<Style>((style, rule) => ({ ...style, ...rule.style }), {})
}

function rank({ isImportant, selector }: Rule): number {
  return (isImportant ? Number.MAX_SAFE_INTEGER / 2 : 0) + weightOf(selector)
}

type Ignore = (what: string) => void

function readRule({ prelude, block }: RuleNode, ignore: Ignore): Rule[] {
  const styles = readBlock(block, ignore)
  const selectors = prelude.type === 'SelectorList' ? prelude.children.toArray() : []
  return selectors.flatMap((node) => {
    const selector = node.type === 'Selector' ? readSelector(node) : undefined
    if (selector === undefined) ignore(`the selector ${say(node)}`)
    return selector === undefined ? [] : styles.map((style) => ({ selector, ...style }))
  })
}

function readBlock({ children }: Block, ignore: Ignore): Omit<Rule, 'selector'>[] {
  return children.toArray().flatMap((node) => {
    if (node.type !== 'Declaration') return []
    const style = readDeclaration(node)
    if (style === undefined) ignore(say(node))
    return style === undefined ? [] : [{ style, isImportant: node.important !== false }]
  })
}

function say(node: CssNode): string {
  return generate(node).slice(0, 80)
}
