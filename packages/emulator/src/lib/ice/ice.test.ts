import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { EmulatorError } from '../error.ts'
import { withoutCoturn } from '../testing/coturn.ts'
import { startIce } from './ice.ts'
import type { IceOptions } from './ice.ts'

const visitor = { id: 'a', now: 0 }
const login = { username: 'u', credential: 'c' }

describe('the ICE servers of an emulator', { timeout: 30_000 }, () => {
  it('are its own STUN and TURN server, with credentials', { skip: withoutCoturn }, async () => {
    await using ice = await started()
    const [stun, turn, ...others] = ice.servers('localhost', visitor)
    assert.match(String(stun?.urls), /^stun:127\.0\.0\.1:\d+$/)
    assert.match(
      [turn?.urls].flat().join(' '),
      /^turn:127\.0\.0\.1:(\d+)\?transport=udp turn:127\.0\.0\.1:\1\?transport=tcp$/,
    )
    assert.equal(turn?.username, '86400:a')
    assert.ok(turn.credential)
    assert.deepEqual(others, [])
  })

  it('are called by the name that the client used', { skip: withoutCoturn }, async () => {
    await using ice = await started({ host: '0.0.0.0' })
    for (const { urls } of ice.servers('laptop.example', visitor)) {
      for (const url of [urls].flat()) assert.match(url, /^(stun|turn):laptop\.example:\d+/)
    }
  })

  it('are those that it is given, and nothing else', async () => {
    const iceServers = [{ urls: ['turn:turn.example.com'], ...login }]
    await using ice = await started({ iceServers, turnProgram: '/no/such/program' })
    assert.deepEqual(ice.servers('localhost', visitor), iceServers)
    assert.deepEqual(ice.lines, [])
  })

  it('are without TURN when that is switched off', async () => {
    await using ice = await started({ turn: 'off' })
    assert.equal(ice.servers('localhost', visitor).length, 1)
    assert.deepEqual(ice.lines, [])
  })

  it('are without TURN where there is no program for it, which the log says once', async () => {
    const path = process.env['PATH']
    process.env['PATH'] = '/nowhere'
    await using ice = await started()
    process.env['PATH'] = path
    assert.equal(ice.servers('localhost', visitor).length, 1)
    assert.equal(ice.lines.length, 1)
    assert.match(ice.lines[0] ?? '', /coturn\) is not on the PATH/)
  })

  it('are none when the program that is named is not there', async () => {
    await assert.rejects(started({ turnProgram: 'no-such-turnserver' }), (error) => {
      return error instanceof EmulatorError && error.code === 'bad-option'
    })
  })
})

async function started(options: Partial<IceOptions> = {}) {
  const lines: string[] = []
  const ice = await startIce({ host: '127.0.0.1', log: (line) => lines.push(line), ...options })
  return { ...ice, lines, [Symbol.asyncDispose]: () => ice.close() }
}
