import { join } from 'node:path'
import {
  keepOff,
  startChildServer,
  startEmulatorProcess,
  type ChildServer,
  type EmulatorGreeting,
} from '../test/support/child-server.ts'
import { openTokSdk, openTokSession } from '../test/support/official-sdks.ts'
import { rounded, type Figure, type Side } from './figure.ts'
import { openLeanClient } from './lean-client.ts'
import { gather, type Crowd, type Enter, type Size } from './load.ts'

type Server = Pick<ChildServer<unknown>, 'memory' | 'processorTime'>
type Emulator = ChildServer<EmulatorGreeting>

// The server has this processor for itself, as far as the system can say so; the load comes from another one.
const processor = 0

// The first load says how fast it is, all of them together whether anything stays behind.
const laterLoads = [10, 10]
const warmUpSeconds = 3

/**
 * Everybody in every session signals once a second, and everybody there hears it. The baseline is a server that does nothing but
 * pass the same bytes to the same sockets, and throws acknowledgements away: no session, no repetition, no JSON.
 */
export async function benchSignals(size: Size): Promise<Figure[]> {
  keepOff(processor)
  const baseline = await benchBroadcast(size)
  const { deliveries, memory } = await benchEmulator(size)
  const [first, ...between] = memory
  const ours = between.pop()
  if (!first || !ours) throw new Error('Nothing was measured')
  const people = `${size.rooms * size.members} connections in ${size.rooms} sessions`
  return [
    {
      name: `${people}, each signalling to its session once a second, server on one processor`,
      compared: 'cpu µs each',
      ours: deliveries,
      baseline,
    },
    {
      name: `memory of the emulator, ${people}`,
      compared: 'heap MB',
      ours,
      baseline: first,
      between,
    },
  ]
}

async function benchBroadcast(size: Size): Promise<Side> {
  const file = join(import.meta.dirname, '../test/support/broadcast-server.ts')
  const server = await startChildServer<{ url: string }>(file, { processor })
  const enter: Enter = async (room, hear) => {
    const url = `${server.greeting.url}/${room}`
    const base = `/v2/partner/10000000/session/${'x'.repeat(80)}`
    const client = await openLeanClient({ url, base, token: '', onSignal: hear })
    const path = `/signal/${client.id}`
    return { say: (data) => client.push(path, { type: 'bench', data }), leave: client.close }
  }
  try {
    const crowd = await gather(enter, size)
    return { what: 'bare ws broadcast', values: await measure(server, crowd, size.seconds) }
  } finally {
    await server.close()
  }
}

async function benchEmulator(size: Size): Promise<{ deliveries: Side; memory: Side[] }> {
  const server = await startEmulatorProcess({ processor })
  const memory: Side[] = []
  const loads: Record<string, number>[] = []
  try {
    for (const seconds of [size.seconds, ...laterLoads]) {
      const crowd = await gather(await sessionsOf(server, size.rooms), size)
      loads.push(await measure(server, crowd, seconds))
      await fetch(`${server.greeting.url}/_emulator/reset`, { method: 'POST' })
      await crowd.leave()
      memory.push(await memoryOf(server, `after reset ${loads.length}`))
    }
    // Only the first load gets a row, and a later one must not hide anything.
    const faults = loads.map(
      ({ lost = 0, duplicated = 0, reordered = 0 }) => lost + duplicated + reordered,
    )
    if (faults.some((count) => count > 0)) throw new Error(`Wrong deliveries: ${faults.join(', ')}`)
    if (server.complaints() !== '')
      throw new Error(`The emulator complained: ${server.complaints()}`)
    return { deliveries: { what: 'emulator', values: loads[0] ?? {} }, memory }
  } finally {
    await server.close()
  }
}

/** New sessions, and a way into them for clients that speak the whole protocol. */
async function sessionsOf({ greeting }: Emulator, rooms: number): Promise<Enter> {
  const { url, apiKey } = greeting
  const sdk = openTokSdk({ ...greeting, emulator: url })
  const sessions = await Promise.all(Array.from({ length: rooms }, () => openTokSession(sdk)))
  return async (room, hear) => {
    const sessionId = sessions[room] ?? ''
    const token = sdk.generateToken(sessionId)
    const base = `/v2/partner/${apiKey}/session/${sessionId}`
    const client = await openLeanClient({
      url: `${url}/rumorwebsocketsv2`,
      base,
      token,
      onSignal: hear,
    })
    const request = async (method: string, path: string, content: object): Promise<void> => {
      const status = await client.request(method, path, content)
      if (status !== 200) throw new Error(`${method} was refused with ${status}`)
    }
    await request('create', `/connection/${client.id}`, {})
    const path = `/signal/${client.id}`
    return {
      say: (data) => void request('signal', path, { type: 'bench', data }),
      leave: client.close,
    }
  }
}

async function measure(
  server: Server,
  crowd: Crowd,
  seconds: number,
): Promise<Record<string, number>> {
  // Both servers are measured as they run, not as they start to.
  await crowd.talk(warmUpSeconds)
  const before = await server.processorTime()
  const { deliveries, lost, duplicated, reordered, latency } = await crowd.talk(seconds)
  const cpu = (await server.processorTime()) - before
  const { p50, p95, p99, worst } = latency
  return rounded({
    deliveries,
    lost,
    duplicated,
    reordered,
    'p50 ms': p50,
    'p95 ms': p95,
    'p99 ms': p99,
    'worst ms': worst,
    'cpu µs each': (cpu * 1000) / deliveries,
  })
}

async function memoryOf(server: Server, what: string): Promise<Side> {
  const { heap, rss } = await server.memory()
  return { what, values: rounded({ 'heap MB': heap / 1e6, 'rss MB': rss / 1e6 }) }
}
