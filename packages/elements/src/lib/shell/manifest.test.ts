import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { OtRoom } from './ot-room.ts'

interface Named {
  readonly name: string
}

interface Described {
  readonly tagName: string
  readonly attributes?: readonly Named[]
  readonly members?: readonly (Named & { readonly kind: string })[]
  readonly events?: readonly Named[]
  readonly slots?: readonly Named[]
  readonly cssParts?: readonly Named[]
  readonly cssProperties?: readonly Named[]
  readonly cssStates?: readonly Named[]
}

const folder = join(import.meta.dirname, '../../..')
const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
const { modules } = JSON.parse(read('custom-elements.json')) as {
  readonly modules: readonly { readonly declarations: readonly Described[] }[]
}
const elements = modules.flatMap(({ declarations }) => declarations)
const described = (tag: string): Described =>
  elements.find(({ tagName }) => tagName === tag) ?? assert.fail(`${tag} is not described`)
const names = (list: readonly Named[] = []): readonly string[] => list.map(({ name }) => name)

test('the manifest describes each element that is registered', () => {
  const registered = ['call', 'lobby', 'room'].flatMap((part) => {
    const definitions = read(`src/lib/define/define-${part}.ts`)
    return [...definitions.matchAll(/'(ot-[a-z]+)': Ot/g)].map(([, tag = '']) => tag)
  })
  assert.ok(registered.length > 0)
  assert.deepEqual(new Set(elements.map(({ tagName }) => tagName)), new Set(registered))
})

test('the manifest has every attribute that <ot-room> observes, and no other', () => {
  assert.deepEqual(
    names(described('ot-room').attributes).toSorted(),
    OtRoom.observedAttributes.toSorted(),
  )
})

test('the README says all that the manifest has of <ot-room>', () => {
  const readme = read('README.md')
  const { attributes, members, events, slots, cssParts, cssProperties, cssStates } =
    described('ot-room')
  const said = [attributes, members, events, slots, cssParts, cssProperties, cssStates].flatMap(
    names,
  )
  assert.ok(said.length > 60)
  const missing = said.filter((name) => !new RegExp(`\`(:state\\()?${name}\\b`).test(readme))
  assert.deepEqual(missing, [])
})
