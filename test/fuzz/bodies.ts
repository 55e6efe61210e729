import type { Random } from '../support/random.ts'
import { anyObject, changed } from './values.ts'
import type { World } from './world.ts'

const nobody = 'http://127.0.0.1:9/a'

/** By the end of a path: what its body is when nothing is wrong with it, beside the session and a token. */
const bodies: [end: RegExp, body: object][] = [
  [/\/signal$/, { type: 'x', data: 'y' }],
  [/\/stream$/, { items: [{ id: 'st0', layoutClassList: ['focus'] }] }],
  [/\/stream\/[^/]*$/, { layoutClassList: ['focus'] }],
  [/\/mute$/, { active: true, excludedStreamIds: ['st1'] }],
  [/\/archive$/, { name: 'x', outputMode: 'composed', streamMode: 'manual' }],
  [/\/broadcast$/, { outputs: { hls: {} }, maxDuration: 60, streamMode: 'manual' }],
  [/\/layout$/, { type: 'bestFit', screenshareType: 'pip' }],
  [/\/streams$/, { addStream: 'st0', hasAudio: true }],
  [/\/(dial|call)$/, { sip: { uri: 'sip:x@127.0.0.1' } }],
  [/\/play-dtmf$/, { digits: '123#' }],
  [/\/captions$/, { languageCode: 'en-US', partialCaptions: true }],
  [/\/render$/, { url: nobody, maxDuration: 60, properties: { name: 'x' } }],
  [/\/connect$/, { websocket: { uri: 'ws://127.0.0.1:9/' } }],
  [/\/callback$/, { group: 'session', url: nobody }],
  [/\/project\/[^/]*$/, { status: 'ACTIVE' }],
  [/\/project$/, { name: 'x' }],
]

const forms = [
  'p2p.preference=enabled',
  'p2p.preference=disabled&archiveMode=always',
  'location=x',
  'e2ee=maybe',
  '%ff=%00',
] as const

/** A body for a request to an endpoint with that path, often right, sometimes a little wrong, sometimes none at all. */
export function anyBody(path: string, world: World, random: Random): Buffer {
  if (path === '/session/create') return Buffer.from(random.pick(forms))
  switch (random.below(30)) {
    case 0:
      return Buffer.alloc(0)
    case 1:
      return random.bytes(random.below(100))
    case 2:
      return Buffer.from(random.pick(['null', '[]', '1', '"x"', '{', '{"a":1,}', '\ufeff{}']))
    case 3:
      return Buffer.from('[{"a":'.repeat(random.below(3000)))
    case 4:
      return Buffer.alloc(random.oneIn(20) ? 70_000 : 10, '{')
    case 5:
    case 6:
      return json(anyObject(random))
    default: {
      const sessionId = random.pick(world.sessions)
      const token = random.pick(world.tokens[sessionId] ?? world.badTokens)
      const [, body = {}] = bodies.find(([end]) => end.test(path)) ?? []
      const right = { sessionId, token, ...body }
      return json(random.oneIn(2) ? changed(right, random) : right)
    }
  }
}

function json(value: object): Buffer {
  return Buffer.from(JSON.stringify(value))
}

const uuids = /"[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}"/g
const mostKnown = 16

/** Remembers the ids in an answer, so that later requests can be about what earlier ones have made. */
export function learn(known: string[], answer: string): void {
  const ids = (answer.match(uuids) ?? []).map((id) => id.slice(1, -1))
  known.unshift(...ids.slice(0, 4))
  known.splice(mostKnown)
}

/** One of them, or what to say when there is none. */
export function known(ids: readonly string[], random: Random): string {
  // The same number of chances is used whatever was learned.
  return ids[random.below(mostKnown) % Math.max(1, ids.length)] ?? 'unknown'
}
