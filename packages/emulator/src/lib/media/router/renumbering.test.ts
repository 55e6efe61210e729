import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { array, assert as check, boolean, constantFrom, nat, property } from 'fast-check'
import { createRenumbering } from './renumbering.ts'

describe('renumbering', () => {
  it('closes up over what is left out and keeps room for what is late', () => {
    const numbers = createRenumbering(16)
    const first = numbers.pass(65_534) ?? NaN
    assert.equal(numbers.pass(65_535), first + 1)
    numbers.skip(0)
    assert.equal(numbers.pass(3), first + 4)
    assert.equal(numbers.pass(1), first + 2)
    assert.equal(numbers.pass(0), undefined)
    assert.equal(numbers.pass(3), first + 4)
  })

  it('goes on without a gap when another stream takes over', () => {
    const numbers = createRenumbering(15)
    const first = numbers.pass(100) ?? NaN
    numbers.restart(9000)
    assert.equal(numbers.pass(9000), first + 1)
    assert.equal(numbers.pass(9001), first + 2)
    assert.equal(numbers.pass(8999), undefined)
    assert.equal(numbers.pass(101), undefined)
  })

  it('is consecutive for any start and any choice of what is left out', () => {
    check(
      property(
        constantFrom(7, 15, 16),
        nat(65_535),
        array(boolean(), { minLength: 1, maxLength: 1500 }),
        (bits, start, keeps) => {
          const mask = 2 ** bits - 1
          const numbers = createRenumbering(bits)
          let last = numbers.pass(start & mask) ?? NaN
          keeps.forEach((keep, index) => {
            const input = (start + index + 1) & mask
            if (!keep) return numbers.skip(input)
            const out = numbers.pass(input)
            assert.equal(out, (last + 1) & mask)
            last = out ?? NaN
          })
        },
      ),
    )
  })
})
