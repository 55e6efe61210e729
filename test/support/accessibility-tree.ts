import type { Page } from 'playwright-core'

/** What Chromium hands to a screen reader for a page, one line each: role, name, value and states, indented as it is nested. */
export async function accessibilityTree(page: Page): Promise<string> {
  const protocol = await page.context().newCDPSession(page)
  const { nodes } = (await protocol.send('Accessibility.getFullAXTree')) as { nodes: Node[] }
  await protocol.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const [root] = nodes
  if (!root) return ''

  function childrenOf({ childIds = [] }: Node): Node[] {
    return childIds.flatMap((id) => byId.get(id) ?? [])
  }
  /** What a node says itself: the text in it that no deeper line tells. */
  function textOf(node: Node): string {
    return childrenOf(node)
      .flatMap((child) => {
        if (child.role?.value === 'StaticText') return child.name?.value ?? ''
        return isLine(child) ? [] : textOf(child)
      })
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(' .', '.')
      .replaceAll(' ,', ',')
      .trim()
  }
  function linesOf(node: Node, depth: number): string[] {
    const role = node.role?.value ?? ''
    // What is said within something is part of its own line.
    if (role === 'StaticText' && depth === 0) return [`text ${JSON.stringify(node.name?.value)}`]
    if (unspoken.has(role)) return []
    const inner = depth + (isLine(node) ? 1 : 0)
    const deeper = childrenOf(node).flatMap((child) => linesOf(child, inner))
    // A label's words are the name of its field.
    if (role === 'LabelText') return deeper.filter((line) => !line.startsWith('text '))
    if (!isLine(node)) return deeper
    const name = node.name?.value || textOf(node)
    const parts = [role, ...(name ? [JSON.stringify(name)] : []), ...stateOf(node)]
    return ['  '.repeat(depth) + parts.join(' '), ...deeper]
  }
  return linesOf(root, 0).join('\n')
}

/** https://chromedevtools.github.io/devtools-protocol/tot/Accessibility/ */
type Node = {
  readonly nodeId: string
  readonly ignored?: boolean
  readonly role?: { readonly value: string }
  readonly name?: { readonly value?: string }
  readonly value?: { readonly value?: string | number }
  readonly properties?: readonly {
    readonly name: string
    readonly value: { readonly value?: unknown }
  }[]
  readonly childIds?: readonly string[]
}

const unspoken = new Set([
  'InlineTextBox',
  'StaticText',
  'MenuListPopup',
  'ListMarker',
  'LineBreak',
])
const transparent = new Set([
  'RootWebArea',
  'generic',
  'none',
  'LabelText',
  'strong',
  'main',
  'form',
])
const states = ['pressed', 'checked', 'expanded', 'disabled', 'busy']

function isLine({ ignored, role }: Node): boolean {
  return ignored !== true && !transparent.has(role?.value ?? '')
}

function stateOf({ role, value, properties = [] }: Node): string[] {
  const told = properties
    .filter(({ name, value: { value: state } }) => states.includes(name) && state !== undefined)
    .filter(({ name, value: { value: state } }) => name === 'expanded' || isTold(state))
    .map(({ name, value: { value: state } }) => `${name}=${String(state)}`)
  const text = role?.value === 'radio' || value?.value === undefined ? [] : [`= ${value.value}`]
  return [...text, ...told]
}

/** What is not so goes without saying, but for what can be pressed or checked. */
function isTold(state: unknown): boolean {
  return state !== false
}
