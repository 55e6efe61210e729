import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cloudflareAddress, socketAddress } from './address.ts'
import { directAddress, forwardedAddress } from './forwarded-address.ts'
import { hintOf, networkOf, parseAddress } from './network.ts'

const from = (headers: Record<string, string>) => new Request('https://rooms.example/', { headers })
const over = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })
const forwarded = (header: string) => from({ 'x-forwarded-for': header })

test('of a list of addresses only the part that our own proxies wrote is believed (SEC-38)', () => {
  const request = forwarded('6.6.6.6, 1.1.1.1, 2.2.2.2')
  assert.equal(forwardedAddress()(request, {}), '2.2.2.2')
  assert.equal(forwardedAddress({ proxies: 2 })(request, {}), '1.1.1.1')
  assert.equal(forwardedAddress()(from({}), {}), undefined)
  assert.throws(() => forwardedAddress({ proxies: 0 }), /at least 1/)
})

test('with fewer hops than proxies the farthest address that was written counts, and then the socket', () => {
  assert.equal(forwardedAddress({ proxies: 9 })(forwarded('1.1.1.1, 2.2.2.2'), {}), '1.1.1.1')
  assert.equal(forwardedAddress({ proxies: 2 })(from({}), over('3.3.3.3')), '3.3.3.3')
})

test('proxies that are named are followed from the socket outwards, as far as they are ours (SEC-38)', () => {
  const address = forwardedAddress({ proxies: ['loopback', '10.0.0.0/8', '2001:db8:1::/48'] })
  const chain = forwarded('6.6.6.6, 9.9.9.9, 10.1.2.3')
  assert.equal(address(chain, over('::ffff:127.0.0.1')), '9.9.9.9')
  assert.equal(address(chain, over('8.8.8.8')), '8.8.8.8', 'a visitor who comes past the proxies')
  assert.equal(address(forwarded('9.9.9.9, [2001:db8:1::7]:443'), over('127.0.0.1')), '9.9.9.9')
  for (const wrong of ['10.0.0.0/33', 'proxy.example', '', '10.1', '0/0', '0.0.0.0/0', '::/0']) {
    assert.throws(() => forwardedAddress({ proxies: [wrong] }), /A proxy is an address/, wrong)
  }
  assert.throws(() => forwardedAddress({ proxies: [] }), /at least one/)
})

test('what is no address in the header makes nobody another visitor', () => {
  for (const garbage of ['unknown', '_hidden', 'nonsense:1', '999.1.1.1', '1', '']) {
    assert.equal(
      forwardedAddress()(forwarded(`6.6.6.6, ${garbage}`), over('127.0.0.1')),
      '127.0.0.1',
    )
  }
})

test('ports, brackets, zones, quotes and spellings make no new address', () => {
  const ipv4 = ['203.0.113.7', '203.0.113.7:54321', ' 203.0.113.7 ', '"203.0.113.7:1"']
  const inside = ['::ffff:203.0.113.7', '::FFFF:cb00:7107', '[::ffff:203.0.113.7]:443']
  const translated = ['64:ff9b::203.0.113.7', '2002:cb00:7107::1', '2002:cb00:7107:9::1']
  for (const text of [...ipv4, ...inside, ...translated]) {
    assert.equal(parseAddress(text), '203.0.113.7', text)
    assert.equal(forwardedAddress()(forwarded(text), {}), '203.0.113.7', text)
  }
  const ipv6 = ['2001:db8::1', '[2001:db8::1]:443', '2001:DB8:0:0::0:1', '2001:db8::1%eth0']
  for (const text of ipv6) assert.equal(parseAddress(text), '2001:db8::1', text)
  for (const text of ['', 'a', '::ffff:', '1.2.3', '0x7f.1', '1.2.3.4.5', '[1::2', 'x:1']) {
    assert.equal(parseAddress(text), undefined, text)
  }
})

test('a network is an IPv4 address, or the /64 of an IPv6 one', () => {
  assert.equal(networkOf('::ffff:1.2.3.4'), '1.2.3.4')
  assert.notEqual(networkOf('::ffff:1.2.3.4'), networkOf('::ffff:1.2.3.5'))
  const home = networkOf('2001:db8:1:2::1')
  assert.equal(home, '2001:db8:1:2::/64')
  assert.equal(networkOf('2001:0db8:1:2:ffff:ffff:ffff:ffff'), home)
  assert.notEqual(networkOf('2001:db8:1:3::1'), home)
})

test('the platform is given an address of the public IPv4 internet as a hint, and no other', () => {
  assert.equal(hintOf('::ffff:8.8.4.4'), '8.8.4.4')
  const others = ['10.1.1.1', '127.0.0.1', '100.64.0.1', '169.254.1.1', '192.168.1.1', '224.0.0.1']
  for (const other of [...others, '2001:db8::1', 'nonsense', undefined]) {
    assert.equal(hintOf(other), undefined, other)
  }
})

test('behind Cloudflare its own header counts, and the visitor’s do not', () => {
  const request = from({ 'cf-connecting-ip': '1.1.1.1', 'x-forwarded-for': '6.6.6.6' })
  assert.equal(cloudflareAddress(request, {}), '1.1.1.1')
})

test('without a proxy the socket knows the address', () => {
  assert.equal(socketAddress(forwarded('6.6.6.6'), over('1.1.1.1')), '1.1.1.1')
  assert.equal(socketAddress(from({}), undefined), undefined)
})

test('a proxy that nobody has configured is heard of, and its visitors are not taken for one', () => {
  let heard = 0
  const address = directAddress(() => (heard += 1))
  assert.equal(address(from({}), over('127.0.0.1')), '127.0.0.1')
  assert.equal(heard, 0)
  for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip']) {
    assert.equal(address(from({ [header]: '6.6.6.6' }), over('::ffff:172.17.0.1')), undefined)
  }
  assert.equal(heard, 3)
  assert.equal(address(forwarded('6.6.6.6'), over('8.8.8.8')), '8.8.8.8', 'nobody hides so')
})
