import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadOpenTok } from './load-open-tok.ts'
import { useProxy } from './use-proxy.ts'
import type { OpenTok } from './open-tok.ts'

function fakeOpenTok(): { openTok: OpenTok; proxies: string[] } {
  const proxies: string[] = []
  const openTok = {
    initSession: () => undefined,
    initPublisher: () => undefined,
    setProxyUrl: (url: string) => proxies.push(url),
  } as unknown as OpenTok
  return { openTok, proxies }
}

test('OpenTok.js is taken from a module, from its default export, or from the global it left behind', async () => {
  const { openTok } = fakeOpenTok()
  assert.equal(await loadOpenTok(async () => openTok), openTok)
  assert.equal(await loadOpenTok(async () => ({ default: openTok })), openTok)
  Reflect.set(globalThis, 'OT', openTok)
  try {
    assert.equal(await loadOpenTok(async () => ({})), openTok)
    assert.equal(await loadOpenTok('https://example.org/never-loaded.js'), openTok)
  } finally {
    Reflect.deleteProperty(globalThis, 'OT')
  }
})

test('a module that is not OpenTok.js, or does not load, is unreachable', async () => {
  await assert.rejects(
    loadOpenTok(async () => ({})),
    { code: 'opentok-unreachable' },
  )
  const broken = loadOpenTok(() => Promise.reject(new Error('404')))
  await assert.rejects(broken, { code: 'opentok-unreachable' })
})

test('two rooms of a page share a proxy, which is set once', () => {
  const { openTok, proxies } = fakeOpenTok()
  useProxy(openTok, 'http://localhost:1')
  useProxy(openTok, 'http://localhost:1')
  assert.deepEqual(proxies, ['http://localhost:1'])
})

test('a second room with another proxy, or with none, is refused', () => {
  const { openTok } = fakeOpenTok()
  useProxy(openTok, 'http://localhost:1')
  assert.throws(() => useProxy(openTok, 'http://localhost:2'), { code: 'proxy-conflict' })
  assert.throws(() => useProxy(openTok, undefined), { code: 'proxy-conflict' })
})
