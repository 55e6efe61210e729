import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { EmulatorError } from '../error.ts'
import { readIceServers } from './read-ice-servers.ts'

const login = { username: 'u', credential: 'c' }

describe('a list of ICE servers', () => {
  it('is taken as WebRTC writes it', () => {
    const list = [
      { urls: 'stun:stun.example.com' },
      { urls: ['turn:[::1]:3478?transport=udp', 'turns:turn.example.com:443'], ...login },
    ]
    assert.deepEqual(readIceServers(list), [
      { urls: ['stun:stun.example.com'] },
      { urls: ['turn:[::1]:3478?transport=udp', 'turns:turn.example.com:443'], ...login },
    ])
    assert.deepEqual(readIceServers([]), [])
  })

  it('is refused with the place of what is wrong', () => {
    const cases: readonly (readonly [unknown, RegExp])[] = [
      [{}, /^iceServers must be a list/],
      [['stun:a'], /^iceServers\[0\] must be an object/],
      [[{}], /^iceServers\[0\]\.urls must look like/],
      [[{ urls: [] }], /^iceServers\[0\]\.urls must name/],
      [[{ urls: 'stun:a' }, { urls: ['stun:a', 'http://a'] }], /^iceServers\[1\]\.urls\[1\] must/],
      [[{ urls: 'stun:a?transport=udp' }], /^iceServers\[0\]\.urls must look like/],
      [[{ urls: 'turn:a?transport=tls', ...login }], /^iceServers\[0\]\.urls must look like/],
      [[{ urls: 'turn:a', credential: 'c' }], /^iceServers\[0\]\.username must be there/],
      [[{ urls: 'turn:a', username: 'u' }], /^iceServers\[0\]\.credential must be there/],
    ]
    for (const [value, message] of cases) {
      assert.throws(
        () => readIceServers(value),
        (error) => error instanceof EmulatorError && message.test(error.message),
        String(message),
      )
    }
  })
})
