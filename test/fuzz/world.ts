import { SignJWT } from 'jose'
import type { EmulatorOptions } from 'opentok-emulator'
import { openTokSdk } from '../support/official-sdks.ts'

/** Who attacks, who is watched meanwhile, and who may be suspended and deleted. */
export const attacked = { apiKey: '11111111', apiSecret: 'deadbeef'.repeat(5) }
export const watched = { apiKey: '22222222', apiSecret: 'feedface'.repeat(5) }
export const expendable = { apiKey: '33333333', apiSecret: 'cafebabe'.repeat(5) }
const administrator = { accountKey: '44444444', accountSecret: '0badf00d'.repeat(5) }

const attackedSessions = ['one', 'two', 'three'].map((name) => sessionIdOf(attacked.apiKey, name))
const [firstSession = ''] = attackedSessions
export const watchedSession = sessionIdOf(watched.apiKey, 'watched')

/** How the emulator under attack is set up: everything has the same name in every run. */
export const emulatorOptions: EmulatorOptions = {
  projects: [attacked, watched, expendable],
  administrator,
  // Who was attacked by goes soon, so that the sessions do not fill up.
  gracePeriodMs: 200,
  // Nobody here sends media, and streams are to be there all the same.
  mediaRouter: 'off',
  seed: {
    sessions: [
      ...attackedSessions.map((sessionId) => ({ sessionId, apiKey: attacked.apiKey })),
      { sessionId: watchedSession, apiKey: watched.apiKey },
    ],
  },
}

/** What an attacker knows: addresses, and tokens of every kind. */
export type World = {
  url: string
  sessions: readonly [string, ...string[]]
  /** Good client tokens by session. */
  tokens: Record<string, readonly [string, ...string[]]>
  badTokens: readonly [string, ...string[]]
  restToken: string
  administratorToken: string
  badRestTokens: readonly [string, ...string[]]
  /** Of what earlier requests have made. */
  ids: string[]
}

export async function createWorld(url: string): Promise<World> {
  const sdk = openTokSdk({ ...attacked, emulator: url })
  const now = Math.floor(Date.now() / 1000)
  const life = { iat: now, exp: now + 3600 }
  const project = { iss: attacked.apiKey, ist: 'project', ...life }
  const session = { ...project, scope: 'session.connect', session_id: firstSession }
  const { apiSecret } = attacked
  const tokensOf = (sessionId: string): readonly [string, ...string[]] => [
    sdk.generateToken(sessionId, { role: 'moderator' }),
    sdk.generateToken(sessionId, { role: 'publisher', data: 'x'.repeat(900) }),
    sdk.generateToken(sessionId, { role: 'subscriber' }),
    sdk.generateToken(sessionId, { role: 'publisher' }, true),
  ]
  return {
    url,
    ids: [],
    sessions: [firstSession, ...attackedSessions, ...attackedSessions, 'no-such-session'],
    tokens: Object.fromEntries(attackedSessions.map((id) => [id, tokensOf(id)])),
    badTokens: [
      '',
      'T1==',
      'T1==AAAA',
      'a.b.c',
      await sign({ ...session, exp: now - 60 }, apiSecret),
      await sign({ ...session, iat: now + 3600 }, apiSecret),
      await sign({ ...session, role: 'owner' }, apiSecret),
      await sign({ ...session, session_id: watchedSession }, apiSecret),
      await sign(session, 'another secret'),
      await sign({ ...session, iss: '__proto__' }, apiSecret),
      await sign({ iss: attacked.apiKey }, apiSecret),
    ],
    restToken: await sign(project, apiSecret),
    administratorToken: await sign(
      { iss: administrator.accountKey, ist: 'account', ...life },
      administrator.accountSecret,
    ),
    badRestTokens: [
      '',
      'Bearer',
      'a.b.c',
      await sign({ ...project, exp: now - 60 }, apiSecret),
      await sign({ ...project, ist: 'account' }, apiSecret),
      await sign(project, 'another secret'),
      await sign({ ...project, iss: 'constructor' }, apiSecret),
    ],
  }
}

export function watchedTokens(url: string): string {
  return openTokSdk({ ...watched, emulator: url }).generateToken(watchedSession)
}

function sign(claims: Record<string, unknown>, secret: string): Promise<string> {
  const key = new TextEncoder().encode(secret)
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(key)
}

/** In the form of the platform's own, because SDKs make tokens for nothing else. */
function sessionIdOf(key: string, name: string): string {
  return `1_${Buffer.from(`1~${key}~~1800000000000~${name}~P~~`).toString('base64url')}`
}
