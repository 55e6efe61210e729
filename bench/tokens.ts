import { createVideoApi } from '@ot-room/video-api'
import { openTokSdk, vonageSdk } from '../test/support/official-sdks.ts'
import { quantile, rounded, type Figure, type Side } from './figure.ts'
import { bareSigner } from './tokens/bare.ts'
import { benchAccounts, sessionId } from './tokens/accounts.ts'

type Maker = (number: number) => string | Promise<string>

/** Everybody gets the same turns, one after the other, so that a busy machine is busy for all. */
const turns = 101
const turnMs = 40
/** How many tokens are asked for before the first is waited for, as a server does with its visitors. */
const atOnce = 64

/** Tokens for visitors with a role, data and a lifetime, beside the official SDKs and what Web Crypto alone can do. */
export async function benchTokens(): Promise<Figure[]> {
  const { project, application } = await benchAccounts()
  const at = { emulator: 'http://127.0.0.1:9', ...project, ...application }
  const options = { role: 'publisher', data: '{"name":"Ada"}' } as const
  const openTok = openTokSdk(at)
  const vonage = vonageSdk({ ...at, demo: '', backend: '' })
  const ourProject = createVideoApi(project)
  const ourApplication = createVideoApi(application)
  const bareHs256 = await bareSigner({ alg: 'HS256', secret: project.apiSecret })
  const bareRs256 = await bareSigner({ alg: 'RS256', secret: application.privateKey })

  const figure = (name: string, [ours, bare, theirs]: readonly Side[]): Figure => {
    if (!ours || !bare || !theirs) throw new Error('Nothing was measured')
    const note = 'the baseline builds claims and signs them, and checks nothing'
    return { name, compared: 'per processor second', ours, baseline: bare, between: [theirs], note }
  }
  return [
    figure(
      'client tokens of an OpenTok project (HS256)',
      await measure({
        'ot-room': (number) => ourProject.generateToken(`${sessionId}${number}`, options),
        'Web Crypto alone': (number) => bareHs256(`${sessionId}${number}`),
        'npm opentok': () => openTok.generateToken(openTokSessionId(project.apiKey), options),
      }),
    ),
    figure(
      'client tokens of a Vonage application (RS256)',
      await measure({
        'ot-room': (number) => ourApplication.generateToken(`${sessionId}${number}`, options),
        'Web Crypto alone': (number) => bareRs256(`${sessionId}${number}`),
        '@vonage/video': (number) => vonage.generateClientToken(`${sessionId}${number}`, options),
      }),
    ),
  ]
}

/** The SDK reads the key out of the id. */
function openTokSessionId(apiKey: string): string {
  const payload = `1~${apiKey}~~1726462588647~abcdefghijklmnopqrstuvwx~P~~`
  return `1_${Buffer.from(payload).toString('base64url')}`
}

async function measure(makers: Readonly<Record<string, Maker>>): Promise<Side[]> {
  const sides = Object.entries(makers).map(([what, maker]) => ({
    what,
    maker,
    runs: [] as Speed[],
  }))
  for (const { maker } of sides) await turn(maker)
  for (let count = 0; count < turns; count++) {
    // Who comes after whom changes, because one leaves its garbage to the next.
    const order = count % 2 === 0 ? sides : sides.toReversed()
    for (const { maker, runs } of order) runs.push(await turn(maker))
  }
  return sides.map(({ what, runs }) => {
    const median = (name: keyof Speed) =>
      quantile(
        runs.map((speed) => speed[name]),
        0.5,
      )
    const values = { 'per second': median('wall'), 'per processor second': median('processor') }
    return { what, values: rounded(values) }
  })
}

/** Tokens in a second on the clock, and in a second of all processors, which a busy machine changes less. */
type Speed = { readonly wall: number; readonly processor: number }

async function turn(maker: Maker): Promise<Speed> {
  const started = performance.now()
  const before = process.cpuUsage()
  let made = 0
  while (performance.now() - started < turnMs) {
    await Promise.all(
      Array.from({ length: atOnce }, (_, index) => Promise.resolve(maker(made + index))),
    )
    made += atOnce
  }
  const { user, system } = process.cpuUsage(before)
  return {
    wall: (made / (performance.now() - started)) * 1000,
    processor: (made / (user + system)) * 1_000_000,
  }
}
