import { setTimeout as wait } from 'node:timers/promises'
import { some, type Random } from '../support/random.ts'
import type { Act, Seat } from './seat.ts'

/** What people did, and what they could not do. */
export type Tally = {
  acts: Record<string, number>
  /** How many were due when every seat was busy with the one before. */
  late: number
  faults: string[]
}

const everyMs = 500

/** One of the seats does something, twice a second, whether or not the others have finished. */
export async function churnFor(
  seconds: number,
  { seats, random, tally }: { seats: readonly Seat[]; random: Random; tally: Tally },
): Promise<void> {
  const underWay = new Set<Promise<void>>()
  const begun = performance.now()
  for (let tick = 1; tick * everyMs <= seconds * 1000; tick += 1) {
    const free = seats.filter(({ possible }) => possible.length > 0)
    if (free.length === 0) tally.late += 1
    else {
      const seat = random.pick(some(free))
      const done: Promise<void> = act(seat, random.pick(some(seat.possible)), tally).finally(() =>
        underWay.delete(done),
      )
      underWay.add(done)
    }
    await wait(Math.max(0, begun + tick * everyMs - performance.now()))
  }
  await Promise.all(underWay)
}

/** Everybody goes, each in some way. */
export async function empty(
  seats: readonly Seat[],
  { random, tally }: { random: Random; tally: Tally },
): Promise<void> {
  const taken = seats.filter(({ possible }) => possible.includes('leave'))
  await Promise.all(taken.map((seat) => act(seat, random.pick(['leave', 'close', 'kill']), tally)))
}

export async function act(seat: Seat, what: Act, tally: Tally): Promise<void> {
  tally.acts[what] = (tally.acts[what] ?? 0) + 1
  try {
    await seat.perform(what)
  } catch (error) {
    tally.faults.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
