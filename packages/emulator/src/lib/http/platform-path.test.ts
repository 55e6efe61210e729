import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { platformPath } from './platform-path.ts'

describe('the path of a request', () => {
  it('is what the client meant, whichever way it was pointed here', () => {
    const cases = [
      ['/session/1_abc', '/session/1_abc'],
      ['/anvil.opentok.com/session/1_abc', '/session/1_abc'],
      ['/localhost:4848/session/1_abc', '/session/1_abc'],
      ['/hlg.tokbox.com/prod/logging/ClientEvent', '/logging/ClientEvent'],
      ['/prod/logging/ClientEvent', '/logging/ClientEvent'],
      ['/config.opentok.com/project/1/config.json', '/project/1/config.json'],
      ['/static.opentok.com/ml-transformers/v6.0.0/x.wasm', '/ml-transformers/v6.0.0/x.wasm'],
      ['/v2/project/1/session/2/stream/', '/v2/project/1/session/2/stream'],
      ['/production', '/production'],
      ['/static.opentok.com', '/'],
      ['/', '/'],
    ]
    for (const [path = '', expected] of cases) assert.equal(platformPath(path), expected)
  })
})
