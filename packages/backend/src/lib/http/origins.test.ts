import assert from 'node:assert/strict'
import { test } from 'node:test'
import { originList, provenance } from './origins.ts'

const listed = originList(['https://example.com', 'http://localhost:5173'])

function kindOf(headers: Record<string, string>): string {
  return provenance(new Request('https://rooms.example/rooms/a/join', { headers }), listed).kind
}

test('a listed origin is known by its exact spelling', () => {
  assert.equal(kindOf({ Origin: 'https://example.com' }), 'listed')
  assert.equal(kindOf({ Origin: 'http://localhost:5173' }), 'listed')
})

test('nothing that only resembles a listed origin is taken for it (SEC-17)', () => {
  const strangers = [
    'http://example.com',
    'https://example.com:8443',
    'https://www.example.com',
    'https://evil-example.com',
    'https://example.com.evil.test',
    'https://example.com@evil.test',
    'https://example.com.',
    'https://EXAMPLE.com',
    'https://example.com/',
    'https://exаmple.com',
    'http://localhost',
    'file://',
    'chrome-extension://abcdef',
    'null',
    '',
    '*',
  ]
  for (const origin of strangers) {
    const headers = { Origin: encodeURI(origin), 'Sec-Fetch-Site': 'cross-site' }
    assert.equal(kindOf(headers), 'foreign', origin)
  }
})

test('no origin, the own origin, and what a browser calls same-origin are at home', () => {
  assert.equal(kindOf({}), 'same-origin')
  assert.equal(kindOf({ Origin: 'https://rooms.example' }), 'same-origin')
  const behindProxy = { Origin: 'https://www.rooms.example', 'Sec-Fetch-Site': 'same-origin' }
  assert.equal(kindOf(behindProxy), 'same-origin')
  assert.equal(kindOf({ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }), 'foreign')
})

test('the pages of an app are listed by its scheme and host, and by nothing wider', () => {
  const apps = ['capacitor://localhost', 'ionic://localhost', 'app://com.example.rooms:1234']
  const known = originList(apps)
  for (const origin of apps) {
    const request = new Request('https://rooms.example/', { headers: { origin } })
    assert.deepEqual(provenance(request, known), { kind: 'listed', origin })
    assert.equal(provenance(request, listed).kind, 'foreign')
  }
  for (const wide of ['capacitor://', 'capacitor://*', 'capacitor:', 'CAPACITOR://localhost']) {
    assert.throws(() => originList([wide]), /exact origins/, wide)
  }
  for (const shared of ['file://localhost', 'data://x', 'javascript://x', 'capacitor://a/b']) {
    assert.throws(() => originList([shared]), /exact origins/, shared)
  }
})

test('a list of origins holds exact origins only', () => {
  const wide = [
    '*',
    'null',
    'example.com',
    'https://example.com/',
    'https://*.example.com',
    'file://',
  ]
  for (const origin of wide) assert.throws(() => originList([origin]), TypeError, origin)
  assert.throws(() => originList(['https://Example.com']), /exact origins/)
})
