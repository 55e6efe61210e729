import { clientRequests } from '../../packages/emulator/src/lib/session/requests.ts'
import { rumorTypes, writeFrame, type RumorFrame } from '../support/rumor.ts'
import { some, type Random } from '../support/random.ts'
import { anyObject, changed, words } from './values.ts'
import { attacked, type World } from './world.ts'

/** Who sends, as far as the frames say. */
export type Sender = { connectionId: string; sessionId: string; token: string }

const routes = some(Object.keys(clientRequests))
const types = some(Object.values(rumorTypes))

const channels = [
  { id: 'video1', type: 'video', active: true, width: 640, height: 480 },
  { id: 'audio1', type: 'audio', active: true },
]
const description = { peerId: 'p', sourceStreamId: 'P2P', sdp: 'v=0\r\n' }

/** What the content of a request is when nothing is wrong with it; empty for the others. */
const contents: Record<string, object> = {
  'create stream': { id: 'st0', name: 'x', channel: channels },
  'update stream/channel': { active: false, width: 320 },
  'data stream/channel/data': { stats: {} },
  'offer stream/subscriber': { ...description, type: 'offer' },
  'answer stream/subscriber': { ...description, type: 'answer' },
  'candidate stream/subscriber': { ...description, candidate: 'candidate:1' },
  'signal signal': { type: 'x', data: 'y' },
  'signal connection/signal': { type: 'x', data: 'y' },
  update: { active: true, exclusion: ['st1'] },
}

const ids: Record<string, readonly [string, ...string[]]> = {
  connection: ['a0-0', 'a1-0', 'a2-0', 'a3-0', 'a0-1', 'nobody'],
  stream: ['st0', 'st1', 'st2', 'st3'],
  subscriber: ['sub0', 'sub1', 'sub2', 'INVALID-STREAM'],
  channel: ['video1', 'audio1', 'nothing'],
}

export function joining(sender: Sender): Buffer {
  return request(
    { method: 'create', path: `/connection/${sender.connectionId}`, content: {} },
    sender,
  )
}

/** A frame that is well formed, whatever it asks for. */
export function anyFrame(world: World, sender: Sender, random: Random): Buffer {
  if (!random.oneIn(12)) return request(anyAsk(random), misled(world, sender, random), random)
  const type = random.pick(types)
  // Saying goodbye would make everything after it too easy to refuse.
  const reconnect: [string, string] = ['reconnect', random.oneIn(10) ? '' : '1']
  const headers: RumorFrame['headers'] = [['TRANSACTION-ID', random.pick(words)], reconnect]
  const to = random.oneIn(2) ? [] : [random.pick(words)]
  return writeFrame({ type, to, headers, data: Buffer.from(random.pick(words)) })
}

/** A frame that was damaged on the way, or never was one. */
export function damagedFrame(frame: Buffer, random: Random): Buffer | string {
  const at = random.below(frame.length)
  switch (random.below(8)) {
    case 0:
      return random.bytes(random.below(200))
    case 1:
      return frame.subarray(0, at)
    case 2:
      return Buffer.concat([frame, random.bytes(1 + random.below(9))])
    case 3:
      return frame.toString('latin1')
    case 4:
      return Buffer.concat([random.bytes(4), frame.subarray(4)])
    case 5:
      return Buffer.alloc(random.oneIn(200) ? 300 * 1024 : 9)
    default: {
      const flipped = Buffer.from(frame)
      flipped[at] = random.below(256)
      return flipped
    }
  }
}

type Ask = { method: string; path: string; content: object }

function anyAsk(random: Random): Ask {
  const route = random.pick(routes)
  const [method = '', collections = ''] = route.split(' ')
  const path = collections
    .split('/')
    .filter(Boolean)
    .map((name) => {
      const id = random.oneIn(15) ? random.pick(words) : random.pick(ids[name] ?? ['s'])
      return `/${name}/${id}`
    })
  const content = contents[route] ?? {}
  return {
    method: random.oneIn(40) ? random.pick(words) : method,
    path: random.oneIn(40) ? `${path.join('')}/${random.pick(words)}` : path.join(''),
    content: random.oneIn(3)
      ? changed(content, random)
      : random.oneIn(10)
        ? anyObject(random)
        : content,
  }
}

/** Now and then a sender means another session or shows another token than it should. */
function misled(world: World, sender: Sender, random: Random): Sender {
  if (!random.oneIn(30)) return sender
  return { ...sender, sessionId: random.pick(world.sessions), token: random.pick(world.badTokens) }
}

function request({ method, path, content }: Ask, sender: Sender, random?: Random): Buffer {
  const uri = `/v2/partner/${attacked.apiKey}/session/${sender.sessionId}${path}`
  const message: unknown = random?.oneIn(50) ? anyObject(random) : { method, uri, content }
  const transaction = random ? `t${random.below(1000)}` : 'join'
  const headers: RumorFrame['headers'] = [
    ['Content-Type', 'application/x-raptor+v2'],
    ['TRANSACTION-ID', transaction],
    ['X-TB-FROM-ADDRESS', sender.connectionId],
    ['X-TB-TOKEN-AUTH', sender.token],
  ]
  const sent = random?.oneIn(30) ? headers.filter(() => !random.oneIn(3)) : headers
  const data = Buffer.from(JSON.stringify(message))
  const to = ['symphony.opentok-emulator']
  return writeFrame({ type: rumorTypes.message, to, headers: sent, data })
}
