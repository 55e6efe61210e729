import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createTurns } from './turns.ts'

function setUp() {
  const log: string[] = []
  const inTurn = createTurns((error) => void log.push(String(error)))
  const note = (text: string) => () => void log.push(text)
  return { log, inTurn, note }
}

describe('taking turns', () => {
  it('does at once what need not wait', () => {
    const { log, inTurn, note } = setUp()
    inTurn(note('one'))
    inTurn(note('two'))
    assert.deepEqual(log, ['one', 'two'])
  })

  it('keeps the order when something takes a moment, and is at once again afterwards', async () => {
    const { log, inTurn, note } = setUp()
    let finish = (): void => undefined
    const slow = new Promise<void>((resolve) => {
      finish = resolve
    })
    inTurn(() => slow.then(note('slow')))
    inTurn(note('next'))
    const last = new Promise<void>((done) => inTurn(done))
    assert.deepEqual(log, [])
    finish()
    await last
    await Promise.resolve()
    inTurn(note('at once'))
    assert.deepEqual(log, ['slow', 'next', 'at once'])
  })

  it('goes on after a task that throws, sooner or later', async () => {
    const { log, inTurn, note } = setUp()
    inTurn(() => {
      throw new Error('now')
    })
    inTurn(() => Promise.reject(new Error('later')))
    await new Promise<void>((done) => inTurn(done))
    inTurn(note('next'))
    await new Promise<void>((done) => inTurn(done))
    assert.deepEqual(log, ['Error: now', 'Error: later', 'next'])
  })
})
