import { join } from 'node:path'
import { createBackend, createVideoApi } from '@ot-room/backend'
import { startSlowPlatform } from '../test/backend/support/slow-platform.ts'
import { createWorkerd } from '../test/backend/support/workerd.ts'
import bareWorker from '../test/backend/support/workerd-bare.ts'
import { fire } from './backend/volley.ts'
import { quantile, rounded, type Figure, type Side } from './figure.ts'

type Size = { rounds: number; seconds: number; atOnce: number }

type Contender = { perSecond: number[]; startMs: number[]; p99: number[] }

/**
 * Joins of a warm room per second in workerd, with a Durable Object as the store, beside a bare route that signs the same
 * token. They take turns, so that a noisy neighbour disturbs both.
 */
export async function benchBackend({ rounds, seconds, atOnce }: Size): Promise<Figure[]> {
  const platform = await startSlowPlatform()
  const ours: Contender = { perSecond: [], startMs: [], p99: [] }
  const bare: Contender = { perSecond: [], startMs: [], p99: [] }
  const vars = { OPENTOK_API_KEY: '100', OT_API_URL: platform.url }
  const secrets = { OPENTOK_API_SECRET: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00' }
  const support = join(import.meta.dirname, '../test/backend/support')
  try {
    for (let round = 0; round < rounds; round += 1) {
      const worker = { configPath: join(support, 'workerd-join.jsonc'), vars, secrets }
      await measure(ours, { worker, seconds, atOnce })
      const configPath = join(support, 'workerd-bare.jsonc')
      await measure(bare, { worker: { configPath }, seconds, atOnce })
    }
  } finally {
    await platform.close()
  }
  return [
    {
      name: 'joins of a warm room in workerd',
      compared: 'per second',
      ours: side('@ot-room/backend, Durable Object', ours),
      baseline: side('a bare Hono route that signs the same token', bare),
      note: 'The proxy of the harness takes most of a request on both sides; the next figure is without it. Start is from nothing to the first answer, workerd and the bundler included.',
    },
    await withoutNetwork({ rounds, seconds: seconds / 2, atOnce }),
  ]
}

/** The same in one Node process, where nothing but the two handlers takes time. */
async function withoutNetwork({ rounds, seconds, atOnce }: Size): Promise<Figure> {
  const apiSecret = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00'
  const fetch = async (): Promise<Response> => Response.json([{ session_id: '1_x' }])
  const video = createVideoApi({ apiKey: '100', apiSecret, fetch })
  const apps = { ours: createBackend({ video, public: true }), bare: bareWorker }
  const runs: Record<keyof typeof apps, number[]> = { ours: [], bare: [] }
  const body = '{"name":"Ada"}'
  // Whoever sends a text over a network announces its length.
  const headers = { 'content-type': 'application/json', 'content-length': `${body.length}` }
  const init = { method: 'POST', body, headers }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ['ours', 'bare'] as const) {
      const join = async () => ({
        room: 'warm',
        response: await apps[name].request('/rooms/warm/join', init),
      })
      runs[name].push((await fire({ join, atOnce, seconds })).perSecond)
    }
  }
  const perSecond = (name: keyof typeof apps) =>
    rounded({ 'per second': quantile(runs[name], 0.5) })
  return {
    name: 'joins of a warm room in one Node process, without a network',
    compared: 'per second',
    ours: { what: '@ot-room/backend, in memory', values: perSecond('ours'), runs: runs.ours },
    baseline: { what: 'a bare Hono route', values: perSecond('bare'), runs: runs.bare },
  }
}

type Worker = Parameters<typeof createWorkerd>[0]['workers'][number]

async function measure(
  contender: Contender,
  { worker, seconds, atOnce }: { worker: Worker; seconds: number; atOnce: number },
): Promise<void> {
  const started = performance.now()
  const server = createWorkerd({ root: import.meta.dirname, workers: [worker] })
  try {
    const { url } = await server.listen()
    const body = '{"name":"Ada"}'
    const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } }
    const enter = async () => ({
      room: 'warm',
      response: await fetch(new URL('/rooms/warm/join', url), init),
    })
    const { response } = await enter()
    if (!response.ok) throw new Error(`The worker answered ${response.status}.`)
    contender.startMs.push(performance.now() - started)
    await fire({ join: enter, atOnce, seconds: 1 })
    const { perSecond, latency, outcomes } = await fire({ join: enter, atOnce, seconds })
    if (Object.keys(outcomes).join() !== '200') throw new Error(JSON.stringify(outcomes))
    contender.perSecond.push(perSecond)
    contender.p99.push(latency.p99)
  } finally {
    await server.close()
  }
}

function side(what: string, { perSecond, startMs, p99 }: Contender): Side {
  const values = {
    'per second': quantile(perSecond, 0.5),
    'p99 ms': quantile(p99, 0.5),
    'start ms': quantile(startMs, 0.5),
  }
  return { what, values: rounded(values), runs: perSecond }
}
