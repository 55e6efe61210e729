import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import {
  bundled,
  fileNamed,
  weightOf,
  withImports,
  type Bundle,
} from '../../support/bundled-elements.ts'

const kilobyte = 1024

describe('what a page with <ot-room> has to fetch, compressed', () => {
  let bundle: Bundle
  before(async () => {
    bundle = await bundled()
  })
  const lobby = () =>
    new Set([
      ...withImports(bundle, 'ot-room.js'),
      ...withImports(bundle, fileNamed(bundle, 'ot-room/mount-room-')),
    ])
  const isLocale = (name: string) => /^ot-room\/[a-z]{2}-/.test(name)

  it('is at most 4 kB before anything is to be seen', (test) => {
    hasBudget(test, weightOf(bundle, withImports(bundle, 'ot-room.js')), 4)
  })

  it('is at most 26.5 kB for a complete lobby', (test) => {
    hasBudget(test, weightOf(bundle, lobby()), 26.5)
  })

  it('is at most 64 kB for everything but OpenTok.js and the languages', (test) => {
    const call = withImports(bundle, fileNamed(bundle, 'ot-room/beyond-'))
    const needed = new Set([...lobby(), ...call])
    const code = [...bundle.keys()].filter((name) => !isLocale(name) || needed.has(name))
    hasBudget(test, weightOf(bundle, code), 64)
  })

  it('is at most 4 kB more for each language', (test) => {
    for (const name of [...bundle.keys()].filter(isLocale)) {
      hasBudget(test, weightOf(bundle, [name]), 4)
    }
  })

  it('is nothing of a call in any language of a lobby', () => {
    const beyond = fileNamed(bundle, 'ot-room/beyond-')
    for (const name of [...bundle.keys()].filter(isLocale)) {
      assert.ok(!withImports(bundle, name).has(beyond), `${name} brings ${beyond}`)
    }
  })

  it('holds nothing of OpenTok.js, which stays a file of its own', () => {
    for (const [name, text] of bundle) assert.doesNotMatch(text, /tokbox|anvil|rumor/i, name)
  })
})

function hasBudget(test: { diagnostic(text: string): void }, bytes: number, limit: number): void {
  test.diagnostic(`${(bytes / kilobyte).toFixed(1)} kB`)
  assert.ok(bytes <= limit * kilobyte, `${bytes} bytes are more than ${limit} kB`)
}
