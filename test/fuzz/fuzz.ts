import { join } from 'node:path'
import { startChildServer, type ChildServer } from '../support/child-server.ts'
import { learn } from './bodies.ts'
import { hangUp, send, tell } from './http.ts'
import { createRandom, type Random } from '../support/random.ts'
import { anyRequest } from './requests.ts'
import { pay, planVisit } from './visit.ts'
import { callWitnesses, type Testimony } from './witness.ts'
import { createWorld, type World } from './world.ts'

export type FuzzOptions = { seed: number; count: number }

export type Findings = {
  seed: number
  frames: number
  requests: number
  /** How often each HTTP status was the answer. */
  statuses: Record<string, number>
  /** Requests that were answered as failures of the emulator itself. */
  failures: string[]
  /** What the emulator printed on stderr. */
  complaints: string
  isAlive: boolean
  testimony: Testimony
  /** Live memory in bytes, each time after a reset. */
  heap: { before: number; after: number }
}

type Emulator = ChildServer<{ url: string }>
type Tally = Pick<Findings, 'frames' | 'requests' | 'statuses' | 'failures'>

const attackers = 6
const callers = 4
// A request costs about as much as four frames.
const requestsPerFrame = 1 / 4

/** Attacks an emulator with so many frames and requests, while two people talk in a session of their own. */
export async function fuzz({ seed, count }: FuzzOptions): Promise<Findings> {
  const emulator: Emulator = await startChildServer(join(import.meta.dirname, 'emulator.ts'))
  const { url } = emulator.greeting
  try {
    const world = await createWorld(url)
    // What the emulator allocates once is not what it fails to free.
    await attack(world, createRandom(seed + 1), Math.min(count, 5000))
    const before = await heapAfterReset(emulator)

    const witnesses = await callWitnesses(url)
    const tally = await attack(world, createRandom(seed), count)
    const testimony = await witnesses.leave()

    const after = emulator.isAlive() ? await heapAfterReset(emulator) : NaN
    const complaints = emulator.complaints()
    return {
      seed,
      ...tally,
      complaints,
      isAlive: emulator.isAlive(),
      testimony,
      heap: { before, after },
    }
  } finally {
    hangUp()
    await emulator.close()
  }
}

async function attack(world: World, random: Random, count: number): Promise<Tally> {
  const tally: Tally = { frames: 0, requests: 0, statuses: {}, failures: [] }
  const framesEach = Math.ceil(count / (1 + requestsPerFrame) / attackers)
  const requestsEach = Math.ceil((framesEach * attackers * requestsPerFrame) / callers)

  const visitAll = async (attacker: number): Promise<void> => {
    const own = random.fork(attacker)
    // The visits are the same for the same seed; how much of one the platform lets pass is not.
    for (let sent = 0; sent < framesEach;) {
      const passed = await pay(world, planVisit(world, attacker, own))
      sent += passed
      tally.frames += passed
    }
  }
  const callAll = async (caller: number): Promise<void> => {
    const own = random.fork(1000 + caller)
    for (let called = 0; called < requestsEach; called += 1) {
      const request = anyRequest(world, own)
      const { status, body } = await send(world.url, request)
      learn(world.ids, body)
      tally.requests += 1
      tally.statuses[status] = (tally.statuses[status] ?? 0) + 1
      const isFailure = status === 0 || (status >= 500 && status !== 501)
      if (isFailure && tally.failures.length < 20)
        tally.failures.push(`${status}: ${tell(request)}`)
    }
  }
  await Promise.all([
    ...Array.from({ length: attackers }, (_, index) => visitAll(index)),
    ...Array.from({ length: callers }, (_, index) => callAll(index)),
  ])
  return tally
}

async function heapAfterReset(emulator: Emulator): Promise<number> {
  await fetch(`${emulator.greeting.url}/_emulator/reset`, { method: 'POST' })
  return (await emulator.memory()).heap
}
