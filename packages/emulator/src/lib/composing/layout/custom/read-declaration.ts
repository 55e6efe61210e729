import { generate } from 'css-tree'
import type { CssNode, Declaration } from 'css-tree'
import { isKeywordProperty, isLengthProperty, keywords } from './style.ts'
import type { Length, Style } from './style.ts'

const sides = ['top', 'right', 'bottom', 'left'] as const

/** What a declaration sets; `undefined` when it is none that layouts know. */
export function readDeclaration({ property, value }: Declaration): Style | undefined {
  const name = property.toLowerCase()
  // css-tree does not parse the values of custom properties.
  if (value.type === 'Raw') return undefined
  const words = value.children.toArray()
  if (name === 'margin') return readMargin(words)
  const [word, ...more] = words
  if (word === undefined || more.length > 0) return undefined
  if (isLengthProperty(name)) {
    if (isWord(word, 'auto', 'none')) return { [name]: undefined }
    const length = readLength(word)
    return length && (length.value >= 0 || !isSize(name)) ? { [name]: length } : undefined
  }
  if (name === 'z-index') return readOrder(word)
  if (name === 'overflow') return isWord(word, 'hidden') ? {} : undefined
  return isKeywordProperty(name) ? readKeyword(name, word) : undefined
}

function readMargin(words: readonly CssNode[]): Style | undefined {
  const lengths = words.flatMap((word) => readLength(word) ?? [])
  const [top] = lengths
  if (top === undefined || lengths.length !== words.length || words.length > 4) return undefined
  const [, right = top, bottom = top, left = right] = lengths
  const margins = { top, right, bottom, left }
  return Object.fromEntries(sides.map((side) => [`margin-${side}`, margins[side]]))
}

function readLength(node: CssNode): Length | undefined {
  if (node.type === 'Percentage') return { value: Number(node.value), unit: '%' }
  if (node.type === 'Dimension' && node.unit.toLowerCase() === 'px') {
    return { value: Number(node.value), unit: 'px' }
  }
  const isZero = node.type === 'Number' && Number(node.value) === 0
  return isZero ? { value: 0, unit: 'px' } : undefined
}

function readOrder(node: CssNode): Style | undefined {
  if (isWord(node, 'auto')) return { 'z-index': 0 }
  const order = node.type === 'Number' ? Number(node.value) : NaN
  return Number.isSafeInteger(order) ? { 'z-index': order } : undefined
}

function readKeyword(name: keyof typeof keywords, node: CssNode): Style | undefined {
  const [initial] = keywords[name]
  if (isWord(node, 'initial', 'inherit', 'unset')) return { [name]: initial }
  const word = keywords[name].find((known) => isWord(node, known))
  return word === undefined ? undefined : { [name]: word }
}

function isSize(name: string): boolean {
  return name.endsWith('width') || name.endsWith('height')
}

function isWord(node: CssNode, ...words: readonly string[]): boolean {
  return node.type === 'Identifier' && words.includes(generate(node).toLowerCase())
}
