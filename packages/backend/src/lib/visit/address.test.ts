import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cloudflareAddress, forwardedAddress, socketAddress } from './address.ts'

const from = (headers: Record<string, string>) => new Request('https://rooms.example/', { headers })

test('of a list of addresses only the part that our own proxies wrote is believed (SEC-38)', () => {
  const request = from({ 'x-forwarded-for': '6.6.6.6, 1.1.1.1, 2.2.2.2' })
  assert.equal(forwardedAddress()(request, {}), '2.2.2.2')
  assert.equal(forwardedAddress({ proxies: 2 })(request, {}), '1.1.1.1')
  assert.equal(forwardedAddress({ proxies: 9 })(request, {}), undefined)
  assert.equal(forwardedAddress()(from({}), {}), undefined)
  assert.throws(() => forwardedAddress({ proxies: 0 }), /at least 1/)
})

test('behind Cloudflare its own header counts, and the visitor’s do not', () => {
  const request = from({ 'cf-connecting-ip': '1.1.1.1', 'x-forwarded-for': '6.6.6.6' })
  assert.equal(cloudflareAddress(request, {}), '1.1.1.1')
})

test('without a proxy the socket knows the address', () => {
  const env = { incoming: { socket: { remoteAddress: '::ffff:1.1.1.1' } } }
  assert.equal(socketAddress(from({ 'x-forwarded-for': '6.6.6.6' }), env), '1.1.1.1')
  assert.equal(socketAddress(from({}), undefined), undefined)
})
