import { setTimeout as wait } from 'node:timers/promises'
import { openSignallingClient, type SignallingClient } from '../support/signalling-client.ts'
import { watched, watchedSession, watchedTokens } from './world.ts'

/** What two people heard who talked to each other all the time. */
export type Testimony = {
  said: number
  heard: number
  lost: number
  outOfTurn: number
  slowestMs: number
}

export type Witnesses = { leave(): Promise<Testimony> }

const pauseMs = 2
const longestWaitMs = 10_000

/** Two people talk in a session that nobody attacks; everything said counts up, so nothing can be missed or repeated unnoticed. */
export async function callWitnesses(url: string): Promise<Witnesses> {
  const saidAt: number[][] = [[], []]
  const expected = [
    [0, 0],
    [0, 0],
  ]
  const tally = { heard: 0, outOfTurn: 0, slowestMs: 0 }
  const over = new AbortController()

  const hear = (listener: number, data: unknown): void => {
    const [speaker = 0, number = 0] = String(data).split(' ').map(Number)
    const next = expected[listener]
    if (!next) return
    if (next[speaker] !== number) tally.outOfTurn += 1
    next[speaker] = number + 1
    tally.heard += 1
    const latency = performance.now() - (saidAt[speaker]?.[number] ?? 0)
    tally.slowestMs = Math.max(tally.slowestMs, Math.round(latency))
  }
  const open = async (listener: number): Promise<SignallingClient> => {
    const client = await openSignallingClient({
      url,
      apiKey: watched.apiKey,
      sessionId: watchedSession,
      token: watchedTokens(url),
      onPush: ({ method, content }) => {
        if (method === 'signal') hear(listener, content['data'])
      },
    })
    await client.request('create', `/connection/${client.id}`)
    return client
  }
  const people = [await open(0), await open(1)]

  const talk = async (speaker: number): Promise<void> => {
    const times = saidAt[speaker] ?? []
    while (!over.signal.aborted) {
      const data = `${speaker} ${times.length}`
      times.push(performance.now())
      await people[speaker]?.request('signal', '/signal/x', { data })
      await wait(pauseMs)
    }
  }
  const talking = [talk(0), talk(1)]

  return {
    leave: async () => {
      over.abort()
      await Promise.race([Promise.all(talking), wait(longestWaitMs, undefined, { ref: false })])
      const said = saidAt.reduce((sum, times) => sum + times.length, 0)
      const deadline = performance.now() + longestWaitMs
      while (tally.heard < 2 * said && performance.now() < deadline) await wait(10)
      await Promise.all(people.map((client) => client.close()))
      return { said, lost: 2 * said - tally.heard, ...tally }
    },
  }
}
