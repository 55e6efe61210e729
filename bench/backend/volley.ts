import { quantile } from '../figure.ts'

/** Requests that were answered, and how. */
export type Volley = {
  answers: number
  perSecond: number
  /** How often each status or problem code came. */
  outcomes: Record<string, number>
  /** Sessions that each room was given; more than one is a split room. */
  sessions: Map<string, Set<string>>
  /** Milliseconds. */
  latency: { p50: number; p95: number; p99: number; worst: number }
}

/** What to do to a backend. */
export type Aim = {
  /** Joins, with a number that grows; resolves with its answer. */
  join: (n: number) => Promise<{ room: string; response: Response }>
  /** How many joins are on their way at the same time. */
  atOnce: number
  seconds: number
}

/** Joins as fast as the answers come. */
export async function fire({ join, atOnce, seconds }: Aim): Promise<Volley> {
  const latencies: number[] = []
  const outcomes: Record<string, number> = {}
  const sessions = new Map<string, Set<string>>()
  const started = performance.now()
  let n = 0
  const visitor = async (): Promise<void> => {
    while (performance.now() - started < seconds * 1000) {
      const asked = performance.now()
      const { room, outcome, session } = await ask(join, n++)
      latencies.push(performance.now() - asked)
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      if (session === undefined) continue
      const known = sessions.get(room) ?? new Set()
      sessions.set(room, known.add(session))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, visitor))
  const [p50 = NaN, p95 = NaN, p99 = NaN, worst = NaN] = [0.5, 0.95, 0.99, 1].map((share) =>
    quantile(latencies, share),
  )
  const perSecond = latencies.length / ((performance.now() - started) / 1000)
  const latency = { p50, p95, p99, worst }
  return { answers: latencies.length, perSecond, outcomes, sessions, latency }
}

async function ask(
  join: Aim['join'],
  n: number,
): Promise<{ room: string; outcome: string; session?: string }> {
  try {
    const { room, response } = await join(n)
    const answer = (await response.json()) as { sessionId?: string; code?: string }
    const outcome = answer.code ? `${response.status} ${answer.code}` : `${response.status}`
    return { room, outcome, ...(answer.sessionId && { session: answer.sessionId }) }
  } catch (error) {
    return { room: '', outcome: error instanceof Error ? error.message : 'failed' }
  }
}
