import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readPublisherOffer } from './read-offer.ts'

const offer = [
  'v=0',
  'o=- 1 1 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'c=IN IP4 0.0.0.0',
  'a=mid:0',
  'a=sendonly',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:abcdefghijklmnopqrstuv',
  'a=fingerprint:sha-256 AB:CD',
  'a=setup:actpass',
  'a=rtpmap:111 opus/48000/2',
  'a=ssrc:7 cname:x',
  '',
].join('\r\n')

describe('the offer of a publisher', () => {
  it('may have sections with a single payload type', () => {
    const [section] = readPublisherOffer(offer).sections
    assert.equal(section?.payloads, '111')
    assert.equal(section?.medium?.codec, 'opus')
    assert.equal(section?.medium?.payloadType, 111)
  })
})
