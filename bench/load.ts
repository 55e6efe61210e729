import { setTimeout as wait } from 'node:timers/promises'
import { quantile } from './figure.ts'

/** Somebody in a room; what they say reaches everybody there, themselves included. */
export type Member = { say(text: string): void; leave(): Promise<unknown> }

/** Goes into a room; `hear` gets every text that arrives. */
export type Enter = (room: number, hear: (text: string) => void) => Promise<Member>

export type Size = { rooms: number; members: number; seconds: number }

export type Load = {
  deliveries: number
  lost: number
  duplicated: number
  reordered: number
  /** From saying to hearing, in milliseconds by one clock. */
  latency: { p50: number; p95: number; p99: number; worst: number }
}

export type Crowd = {
  /** Everybody says something once a second, spread evenly over it. */
  talk(seconds: number): Promise<Load>
  leave(): Promise<unknown>
}

const longestWaitMs = 10_000

/** Fills the rooms. */
export async function gather(
  enter: Enter,
  { rooms, members }: Omit<Size, 'seconds'>,
): Promise<Crowd> {
  const size = rooms * members
  let hear: (seat: number, text: string) => void = () => {}
  const people: Member[] = []
  // Consecutive people sit in different rooms, so that a room does not speak all at once.
  for (let seat = 0; seat < size; seat += 1) {
    people.push(await enter(seat % rooms, (text) => hear(seat, text)))
  }

  const talk = async (seconds: number): Promise<Load> => {
    const spoken = size * seconds
    const saidAt = new Float64Array(spoken)
    const latencies = new Float64Array(spoken * members)
    const heard = new Uint8Array(spoken * members)
    const latest = new Int32Array(size * members).fill(-1)
    let deliveries = 0
    let duplicated = 0
    let reordered = 0
    hear = (seat, text) => {
      const now = performance.now()
      const turn = Number(text)
      const delivery = turn * members + Math.floor(seat / rooms)
      const conversation = seat * members + Math.floor((turn % size) / rooms)
      if (heard[delivery] === 1) duplicated += 1
      else latencies[deliveries++] = now - (saidAt[turn] ?? NaN)
      if (turn < (latest[conversation] ?? 0)) reordered += 1
      heard[delivery] = 1
      latest[conversation] = turn
    }

    const start = performance.now()
    for (let turn = 0; turn < spoken;) {
      const due = Math.min(spoken, ((performance.now() - start) / 1000) * size)
      for (; turn < due; turn += 1) {
        saidAt[turn] = performance.now()
        people[turn % size]?.say(String(turn))
      }
      await wait(1)
    }
    const deadline = performance.now() + longestWaitMs
    while (deliveries < heard.length && performance.now() < deadline) await wait(10)

    const measured = latencies.subarray(0, deliveries)
    const [p50, p95, p99, worst] = [0.5, 0.95, 0.99, 1].map((share) => quantile(measured, share))
    const latency = { p50: p50 ?? NaN, p95: p95 ?? NaN, p99: p99 ?? NaN, worst: worst ?? NaN }
    return { deliveries, lost: heard.length - deliveries, duplicated, reordered, latency }
  }

  return { talk, leave: () => Promise.all(people.map((person) => person.leave())) }
}
