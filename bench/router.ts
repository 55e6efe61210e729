import { keepOff } from '../test/support/child-server.ts'
import { rounded, type Figure, type Side } from './figure.ts'
import { gatherAudience, type Audience, type Reach } from './router/audience.ts'
import { startChildForwarder } from './router/child-forwarder.ts'
import type { Forwarder } from './router/forwarder.ts'
import { hasJanus, startJanus } from './router/janus.ts'

// The forwarder has this processor for itself, as far as the system can say so; clients have another one.
const processor = 0

// More than that the clients of this machine cannot keep alive beside each other.
const sizes = [50, 100, 200, 400, 600]
const comparedSize = 100
const seconds = { compared: 12, climbing: 6 }
const limits = { lost: 0.001, p95Ms: 20 }

type Measured = { atCompared: Side; atMost: Side }

/**
 * One publisher of 500 kbit/s of VP8 and 32 kbit/s of Opus, and more and more subscribers. The baseline is libdatachannel sending
 * each packet on as it came; beside it are a WebRTC stack in JavaScript, and Janus where it is installed.
 */
export async function benchRouter(): Promise<Figure[]> {
  keepOff(processor)
  const child = (what: string, file: string) => () => startChildForwarder(what, file, { processor })
  const bare = await measure(child('bare libdatachannel', 'bare-server.ts'))
  const ours = await measure(child('media router of the emulator', 'router-server.ts'))
  const werift = await measure(child('werift (JavaScript)', 'werift-server.ts'))
  const janus = hasJanus() ? [await measure(() => startJanus({ processor }))] : []
  const others = [...janus, werift]
  const note =
    janus.length > 0
      ? 'Nobody sends feedback: neither losses nor estimates are answered by any of them.'
      : 'Janus is not installed here (Debian: apt install janus), so it was not measured.'
  const stream = '500 kbit/s of VP8 and Opus'
  return [
    {
      name: `${stream} to ${comparedSize} subscribers, forwarder on one processor`,
      compared: 'cpu ms/s each',
      ours: ours.atCompared,
      baseline: bare.atCompared,
      between: others.map(({ atCompared }) => atCompared),
      note,
    },
    {
      name: `${stream} to ${comparedSize} subscribers, beside a WebRTC stack in JavaScript`,
      compared: 'cpu ms/s each',
      ours: ours.atCompared,
      baseline: werift.atCompared,
    },
    {
      name: `${stream} to as many as ${sizes.at(-1)} subscribers, 0.1 % lost and 20 ms late (p95) at most`,
      compared: 'streams a processor',
      ours: ours.atMost,
      baseline: bare.atMost,
      between: others.map(({ atMost }) => atMost),
      note,
    },
  ]
}

async function measure(start: () => Promise<Forwarder>): Promise<Measured> {
  const forwarder = await start()
  try {
    const audience = await gatherAudience(forwarder)
    try {
      return await climb(forwarder.what, audience)
    } finally {
      await audience.close()
    }
  } finally {
    await forwarder.close()
  }
}

/** Lets more in until it is too many. */
async function climb(what: string, audience: Audience): Promise<Measured> {
  let compared: Reach | undefined
  let most: Reach | undefined
  for (const size of sizes) {
    await audience.growTo(size)
    const isCompared = size === comparedSize
    const length = isCompared ? seconds.compared : seconds.climbing
    let reach = await audience.watch(length)
    // Something else on the machine may have been in the way once.
    if (!isFine(reach)) reach = await audience.watch(length)
    process.stderr.write(`${what}: ${progressOf(reach)}\n`)
    if (isCompared) compared = reach
    if (isFine(reach)) most = reach
    else if (compared !== undefined) break
  }
  if (compared === undefined) throw new Error(`${what} was not measured`)
  return { atCompared: sideOf(what, compared), atMost: sideOf(what, most) }
}

function progressOf({ subscribers, expected, lost, latency, load }: Reach): string {
  const share = ((lost / expected) * 100).toFixed(2)
  const busy = (load.forwarder / 10).toFixed(0)
  return `${subscribers} streams, ${share} % lost, p95 ${latency.p95.toFixed(1)} ms, processor ${busy} %`
}

function isFine({ lost, duplicated, expected, latency }: Reach): boolean {
  if (duplicated > 0) throw new Error(`${duplicated} packets came twice`)
  return lost <= expected * limits.lost && latency.p95 <= limits.p95Ms
}

function sideOf(what: string, reach: Reach | undefined): Side {
  if (reach === undefined) return { what, values: { streams: 0, 'streams a processor': 0 } }
  const { subscribers, expected, lost, latency, load } = reach
  const values = {
    streams: subscribers,
    'cpu ms/s each': load.forwarder / subscribers,
    'cpu %': load.forwarder / 10,
    // What it has used of its processor, and as much again for each that would come.
    'streams a processor': Math.round((subscribers * 1000) / load.forwarder),
    packets: expected,
    lost,
    'p50 ms': latency.p50,
    'p95 ms': latency.p95,
    'clients cpu %': load.here / 10,
  }
  return { what, values: rounded(values) }
}
