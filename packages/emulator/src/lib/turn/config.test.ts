import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { configText } from './config.ts'

const settings = {
  listening: ['127.0.0.1'],
  port: 3000,
  relayPorts: { first: 4000, last: 4999 },
  loopbackPeers: true,
  realm: 'here',
  secret: 'north',
  folder: '/tmp/turn',
}

describe('the configuration of a TURN server', () => {
  it('says where it listens and relays, and whom it believes', () => {
    const lines = configText(settings).split('\n')
    for (const line of [
      'listening-ip=127.0.0.1',
      'listening-port=3000',
      'min-port=4000',
      'max-port=4999',
      'use-auth-secret',
      'static-auth-secret=north',
      'realm=here',
      'fingerprint',
    ]) {
      assert.ok(lines.includes(line), line)
    }
  })

  it('opens nothing else', () => {
    const lines = configText(settings).split('\n')
    for (const line of ['no-cli', 'no-tls', 'no-dtls', 'no-tcp-relay', 'no-multicast-peers']) {
      assert.ok(lines.includes(line), line)
    }
  })

  it('names each address, and allows loopback peers only when told to', () => {
    const text = configText({ ...settings, listening: ['10.0.0.1', '::1'], loopbackPeers: false })
    assert.match(text, /^listening-ip=10\.0\.0\.1\nlistening-ip=::1\n/)
    assert.doesNotMatch(text, /loopback/)
  })

  it('writes to its own folder only', () => {
    const paths = configText(settings).match(/\/[^\n]+/g) ?? []
    assert.ok(paths.length > 0)
    for (const path of paths) assert.ok(path.startsWith('/tmp/turn/'), path)
  })
})
