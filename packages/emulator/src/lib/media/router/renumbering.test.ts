import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { array, assert as check, boolean, constantFrom, nat, property, record } from 'fast-check'
import { createRenumbering } from './renumbering.ts'

describe('renumbering', () => {
  it('closes up over what is left out and keeps room for what is late', () => {
    const numbers = createRenumbering(16)
    numbers.begin(65_534, 1)
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
    assert.equal(numbers.pass(99), undefined)
    numbers.begin(100, 1)
    const first = numbers.pass(100) ?? NaN
    numbers.begin(9000, 2)
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
          numbers.begin(start & mask, 1)
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

  it('finds what went out, whatever was left out, late, lost or of another stream', () => {
    const step = record({
      what: constantFrom('pass', 'pass', 'pass', 'skip', 'lose', 'begin'),
      to: nat(65_535),
      isLate: boolean(),
    })
    check(
      property(nat(65_535), array(step, { minLength: 1, maxLength: 600 }), (start, steps) => {
        const numbers = createRenumbering(16)
        const outs = new Map<number, { stream: number; number: number }>()
        let stream = 1
        let next = start
        const late: number[] = []
        numbers.begin(start, stream)
        const pass = (number: number) => {
          const out = numbers.pass(number)
          if (out === undefined) assert.fail(`${number} was not given a number`)
          assert.ok(!outs.has(out))
          outs.set(out, { stream, number })
        }
        for (const { what, to, isLate } of steps) {
          if (what === 'begin') {
            late.length = 0
            stream += 1
            next = to
            numbers.begin(to, stream)
            pass(next)
          } else if (what === 'pass') pass(next)
          else if (what === 'skip') numbers.skip(next)
          else late.push(next)
          next = (next + 1) & 0xffff
          // What is last is not known to be missing before something comes after it.
          const [missing] = late
          if (what !== 'pass' || !isLate || missing === undefined) continue
          pass(missing)
          late.shift()
        }
        for (const [out, origin] of outs) assert.deepEqual(numbers.origin(out), origin)
      }),
    )
  })
})
