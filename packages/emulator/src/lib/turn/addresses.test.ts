import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { turnAddresses } from './addresses.ts'

const machine = ['127.0.0.1', '192.0.2.7', '::1', 'fe80::1', '2001:db8::7']

describe('a TURN server', () => {
  it('listens where the emulator listens', () => {
    const { listening, local } = turnAddresses('127.0.0.1', machine)
    assert.deepEqual([listening, local], [['127.0.0.1'], '127.0.0.1'])
    assert.deepEqual(turnAddresses('::1', machine).listening, ['::1'])
    assert.deepEqual(turnAddresses('0.0.0.0', machine).listening, ['127.0.0.1', '192.0.2.7'])
    assert.deepEqual(turnAddresses('::', machine).listening, [
      '127.0.0.1',
      '192.0.2.7',
      '::1',
      '2001:db8::7',
    ])
  })

  it('lets relays reach loopback addresses only where nobody else can use it', () => {
    assert.equal(turnAddresses('127.0.0.1', machine).loopbackPeers, true)
    assert.equal(turnAddresses('::1', machine).loopbackPeers, true)
    assert.equal(turnAddresses('0.0.0.0', ['127.0.0.1']).loopbackPeers, true)
    for (const host of ['192.0.2.7', '0.0.0.0', '::']) {
      assert.equal(turnAddresses(host, machine).loopbackPeers, false, host)
    }
  })

  it('has an address for local clients whose relays can reach those of other machines', () => {
    assert.equal(turnAddresses('0.0.0.0', machine).local, '192.0.2.7')
    assert.equal(turnAddresses('::', machine).local, '192.0.2.7')
    assert.equal(turnAddresses('0.0.0.0', ['127.0.0.1']).local, '127.0.0.1')
  })
})
