import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browserName, browserTitle, systemName } from './browser-name.ts'

test('browsers are told apart by what they call themselves, though most claim to be another as well', () => {
  const names = {
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36':
      'chromium',
    'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15':
      'safari',
    'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0': 'firefox',
    'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/130.0 Safari/605.1.15':
      'firefox',
  }
  for (const [agent, name] of Object.entries(names)) assert.equal(browserName(agent), name)
})

test('a browser is named as people name it, and so is its system', () => {
  const agents = {
    'Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0':
      'Edge on windows',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36':
      'Chrome on other',
    'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15': 'Safari on mac',
    'Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0': 'Firefox on windows',
  }
  for (const [agent, name] of Object.entries(agents)) {
    assert.equal(`${browserTitle(agent)} on ${systemName(agent)}`, name)
  }
})
