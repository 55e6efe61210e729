import { some, type Random } from '../support/random.ts'

/** Texts that programs trip over, and the few names that attackers share so that their requests meet. */
export const words = some([
  ...'x 0 -1 null true NaN __proto__ constructor toString hasOwnProperty .. % %00 " <b> ß'.split(
    ' ',
  ),
  ...'symphony.x INVALID-STREAM P2P MANTIS st0 st1 st2 sub0 sub1 sub2 video1 audio1'.split(' '),
  ...'a0-0 a1-0 a2-0'.split(' '),
  '',
  '\n',
  '\u0000',
  '\ud800',
  '💥',
  'a'.repeat(200),
  'ü'.repeat(200),
])

// The only addresses the emulator is ever given to call: of this machine, and nobody is there.
const urls = ['http://127.0.0.1:9/a', 'http://127.0.0.1:9/b', 'not a url', 'http://'] as const

/** What may stand in a field of that name; fields with addresses never get anything else. */
const plausible: Record<string, readonly [unknown, ...unknown[]]> = {
  url: urls,
  uri: ['sip:x@127.0.0.1', 'ws://127.0.0.1:9/', 'not a url'],
  serverUrl: ['rtmp://127.0.0.1:9/live', 'not a url'],
  statusCallbackUrl: urls,
  active: [true, false, 'true', 'maybe'],
  type: ['video', 'audio', 'offer', 'answer', 'bestFit', 'custom', 'x'.repeat(129)],
  data: ['hi', 'x'.repeat(9000), { deep: [1] }],
  channel: [[{ id: 'video1', type: 'video', active: true, width: 640, height: 480 }], [{}], {}],
  items: [[{ id: 'st0', layoutClassList: ['focus'] }], [{ id: 1 }], [], {}],
  layoutClassList: [['focus', 'full'], [1], 'focus'],
  exclusion: [['st0'], [1], {}],
  excludedStreamIds: [['st0'], [1], {}],
  group: ['session', 'connection', 'archive', 'nothing'],
  status: ['ACTIVE', 'SUSPENDED', 'ENDED'],
  resolution: ['640x480', '1x1'],
  outputMode: ['composed', 'individual'],
  layout: [{ type: 'bestFit' }, { type: 'custom', stylesheet: 'x' }, []],
  outputs: [{ hls: {} }, { hls: { dvr: true, lowLatency: true } }, { rtmp: [{}] }],
  sip: [{ uri: 'sip:x@127.0.0.1' }, {}],
  websocket: [{ uri: 'ws://127.0.0.1:9/' }, {}],
  digits: ['123#p', 'x'],
}

const otherFields = [
  ...'id name width height reason peerId sourceStreamId sdp candidate subscriberId'.split(' '),
  ...'activeReason event sessionId token hasAudio hasVideo streamMode maxDuration'.split(' '),
  ...'maxBitrate addStream removeStream languageCode connectionEventsSuppressed'.split(' '),
  ...'capabilities projects sessions callbacks __proto__ toJSON'.split(' '),
]
const fields = some([...Object.keys(plausible), ...otherFields, ''])

/** A body with some of the fields that requests have, some of them as they should be. */
export function anyObject(random: Random, levels = 3): Record<string, unknown> {
  const entries = Array.from({ length: random.below(6) }, () => {
    const field = random.pick(fields)
    return [field, valueFor(field, random, levels)] as const
  })
  return Object.fromEntries(entries)
}

/** The object with a few of its fields replaced, dropped or added. */
export function changed(object: object, random: Random): object {
  const entries = Object.entries(object).flatMap(([field, value]: [string, unknown]) => {
    if (random.oneIn(8)) return []
    return [[field, random.oneIn(6) ? valueFor(field, random, 2) : value] as const]
  })
  return Object.fromEntries(
    random.oneIn(4) ? [...entries, ...Object.entries(anyObject(random))] : entries,
  )
}

function valueFor(field: string, random: Random, levels: number): unknown {
  const known = plausible[field]
  if (known && Object.hasOwn(plausible, field)) {
    return isAddress(field) || !random.oneIn(5) ? random.pick(known) : anyValue(random, levels)
  }
  return anyValue(random, levels)
}

function isAddress(field: string): boolean {
  return /ur[il]$/i.test(field)
}

function anyValue(random: Random, levels: number): unknown {
  switch (random.below(levels > 0 ? 8 : 6)) {
    case 0:
      return random.below(2000)
    case 1:
      return random.pick([null, true, false, -1, 0.5, 1e308])
    case 6:
      return Array.from({ length: random.below(4) }, () => anyValue(random, levels - 1))
    case 7:
      return anyObject(random, levels - 1)
    default:
      return random.pick(words)
  }
}
