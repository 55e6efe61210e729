import { controlEndpoints } from '../../packages/emulator/src/lib/http/emulator-api/emulator-api.ts'
import { endpoints } from '../../packages/emulator/src/lib/rest/endpoints.ts'
import { some, type Random } from '../support/random.ts'
import { anyBody, known } from './bodies.ts'
import { words } from './values.ts'
import { attacked, expendable, watched, type World } from './world.ts'

export type HttpRequest = {
  method: string
  path: string
  headers: Record<string, string>
  body: Buffer
}

type Target = { method: string; path: string; by?: string }

const clientServices: Target[] = [
  { method: 'POST', path: '/session/create' },
  { method: 'GET', path: '/session/:session' },
  { method: 'GET', path: '/project/:key/config.json' },
  { method: 'POST', path: '/prod/logging/ClientEvent' },
  { method: 'POST', path: '/logging/ClientQos' },
  { method: 'GET', path: '/rumorwebsocketsv2' },
]

// These two would end the witnesses as well, whose undisturbed conversation is the point.
const spared = /\/(reset|drop-sockets)$/
const targets = some<Target>([
  ...endpoints,
  ...endpoints,
  ...controlEndpoints.filter(({ path }) => !spared.test(path)),
  ...clientServices,
])

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND'] as const

const queries = [
  '?',
  '?offset=0&count=50',
  '?offset=-1&count=1e9',
  '?count=abc&sessionId=',
  '?a=%ff&a[]=1&__proto__=x',
] as const

export function anyRequest(world: World, random: Random): HttpRequest {
  const target = random.pick(targets)
  const byAdministrator = target.by !== undefined
  const path = fill(target.path, { world, random, byAdministrator })
  const method = random.oneIn(15) ? random.pick(methods) : target.method
  return {
    method,
    path: random.oneIn(25) ? misspelt(path, random) : path,
    headers: anyHeaders(
      byAdministrator ? world.administratorToken : world.restToken,
      world,
      random,
    ),
    body:
      method === 'GET' || method === 'HEAD' ? Buffer.alloc(0) : anyBody(target.path, world, random),
  }
}

type Filling = { world: World; random: Random; byAdministrator: boolean }

/** Puts something into each place of the path; who administers gets only projects that nobody needs. */
function fill(path: string, { world, random, byAdministrator }: Filling): string {
  const own = byAdministrator ? expendable.apiKey : attacked.apiKey
  const ids: Record<string, readonly [string, ...string[]]> = {
    ':key': [random.oneIn(15) ? (byAdministrator ? 'nobody' : watched.apiKey) : own],
    ':session': world.sessions,
    ':connection': ['a0-0', 'a1-0', 'a2-0', 'a3-0'],
    ':stream': ['st0', 'st1', 'st2', 'st3'],
  }
  const filled = path.replaceAll(/:\w+(\{[^}]*\})?/g, (place) => {
    if (random.oneIn(12)) return encoded(random.pick(words))
    const shared = ids[place]
    return shared ? random.pick(shared) : known(world.ids, random)
  })
  return random.oneIn(4) ? filled + random.pick(queries) : filled
}

function misspelt(path: string, random: Random): string {
  switch (random.below(5)) {
    case 0:
      return `${path}/`
    case 1:
      return `/api.opentok.com${path}`
    case 2:
      return path.replace('/', '//')
    case 3:
      return `${path}/${encoded(random.pick(words))}`
    default:
      return `${path}%zz`
  }
}

function anyHeaders(token: string, world: World, random: Random): Record<string, string> {
  const shown = random.oneIn(8) ? random.pick(world.badRestTokens) : token
  const auth: Record<string, string> = random.oneIn(2)
    ? { 'x-opentok-auth': shown }
    : { authorization: `Bearer ${shown}` }
  const type = random.pick(['application/json', 'application/json', 'text/plain', 'x', ''])
  return {
    ...(random.oneIn(30) ? {} : auth),
    'content-type': type,
    ...(random.oneIn(3) && { accept: random.pick(['application/json', 'text/xml', '*/*', '']) }),
    ...(random.oneIn(40) && { host: random.pick(['evil.example', 'localhost', '[::1]', '']) }),
    ...(random.oneIn(20) && {
      origin: random.pick(['null', 'http://localhost', 'http://x.example']),
    }),
    ...(random.oneIn(40) && { 'x-forwarded-for': 'a'.repeat(random.below(4000)) }),
  }
}

function encoded(word: string): string {
  // Through bytes, because half a character cannot be encoded.
  return encodeURIComponent(Buffer.from(word).toString())
}
