import { isRtcp } from '../../packages/emulator/src/lib/rtp/rtcp.ts'
import { quantile } from '../figure.ts'
import type { Forwarder } from './forwarder.ts'
import { parkReceivers } from './parked-receivers.ts'
import { createPeer, type Peer, type Receiver } from './peer.ts'
import { publisherOffer, subscriberAnswer } from './session-description.ts'
import { createStream, numberOf, packetsPerSecond } from './stream.ts'

/**
 * One publisher and those who watch it. All of them connect, but to decrypt and count packets takes more than to send them: the
 * first fifty listen, and the process of the others is stopped while those count, so that packets to them cost the forwarder as
 * much and nobody else anything.
 */
export type Audience = {
  /** Lets more in. */
  growTo(subscribers: number): Promise<void>
  /** Counts what reaches those who listen. */
  watch(seconds: number): Promise<Reach>
  close(): Promise<void>
}

export type Reach = {
  subscribers: number
  /** Packets that should have arrived, one for each who listens. */
  expected: number
  lost: number
  duplicated: number
  /** From sending to hearing, in milliseconds by one clock. */
  latency: { p50: number; p95: number }
  /** Processor time of the forwarder and of those here, in milliseconds in each second. */
  load: { forwarder: number; here: number }
}

const mostListeners = 50
// What is on the way when a count ends; later than this it is of no use to a call.
const graceSeconds = 0.5
// Until those who listen have caught up with what came while the others kept their processor.
const catchingUpSeconds = 2
// Those who were stopped catch up with packets and with ICE's questions whether they are still there.
const settlingSeconds = 5
const atOnce = 10
// Who is stopped does not answer ICE, which gives up on them after thirty seconds.
const longestSlice = 6

export async function gatherAudience(forwarder: Forwarder): Promise<Audience> {
  const peers: Peer[] = []
  const parked = parkReceivers()
  let subscribers = 0
  let hear: (seat: number, number: number) => void = () => {}
  const sentAt: number[] = []
  const publisher = await publish(forwarder)
  peers.push(publisher)
  const stream = createStream((packet, number) => {
    sentAt[number] = performance.now()
    publisher.send(packet)
  })
  const play = (seconds: number): Promise<void> =>
    stream.reaches(stream.count + Math.round(seconds * packetsPerSecond))

  const enter = async (seat: number) => {
    await subscribe(forwarder, seat < mostListeners ? listen(seat) : parked.open(seat))
  }
  const listen = (seat: number): Receiver => {
    const peer = createPeer((packet) => {
      if (!isRtcp(packet)) hear(seat, numberOf(packet))
    })
    peers.push(peer)
    return peer
  }

  const watchSlice = async (seconds: number): Promise<Slice> => {
    const listeners = Math.min(subscribers, mostListeners)
    await play(settlingSeconds)
    parked.stop()
    await play(catchingUpSeconds)
    const first = stream.count
    const counted = Math.round(seconds * packetsPerSecond)
    const heard = new Uint8Array(counted * listeners)
    const latencies = new Float32Array(counted * listeners)
    const count = { heard: 0, duplicated: 0 }
    hear = (seat, number) => {
      const turn = number - first
      if (turn < 0 || turn >= counted) return
      const place = seat * counted + turn
      if (heard[place] === 1) count.duplicated += 1
      else latencies[count.heard++] = performance.now() - (sentAt[number] ?? NaN)
      heard[place] = 1
    }
    const start = performance.now()
    const before = await processorTimes(forwarder)
    await stream.reaches(first + counted)
    const after = await processorTimes(forwarder)
    const elapsed = performance.now() - start
    await play(graceSeconds)
    parked.goOn()
    hear = () => {}
    return {
      expected: heard.length,
      duplicated: count.duplicated,
      latencies: latencies.subarray(0, count.heard),
      elapsed,
      busy: { forwarder: after.forwarder - before.forwarder, here: after.here - before.here },
    }
  }

  return {
    growTo: async (size) => {
      const newcomers = Array.from(
        { length: size - subscribers },
        (_, index) => subscribers + index,
      )
      subscribers = size
      while (newcomers.length > 0) await Promise.all(newcomers.splice(0, atOnce).map(enter))
    },
    watch: async (seconds) => {
      const slices: Slice[] = []
      for (let left = seconds; left > 0; left -= longestSlice) {
        slices.push(await watchSlice(Math.min(left, longestSlice)))
      }
      return reachOf(subscribers, slices)
    },
    close: async () => {
      stream.end()
      for (const peer of peers) peer.close()
      await parked.close()
    },
  }
}

/** A count of a few seconds; times in milliseconds. */
type Slice = {
  expected: number
  duplicated: number
  latencies: Float32Array
  elapsed: number
  busy: Reach['load']
}

function reachOf(subscribers: number, slices: readonly Slice[]): Reach {
  const sum = (value: (slice: Slice) => number) =>
    slices.reduce((total, slice) => total + value(slice), 0)
  const latencies = slices.flatMap((slice) => [...slice.latencies])
  const expected = sum((slice) => slice.expected)
  const seconds = sum(({ elapsed }) => elapsed) / 1000
  return {
    subscribers,
    expected,
    lost: expected - latencies.length,
    duplicated: sum(({ duplicated }) => duplicated),
    latency: { p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95) },
    load: {
      forwarder: sum(({ busy }) => busy.forwarder) / seconds,
      here: sum(({ busy }) => busy.here) / seconds,
    },
  }
}

async function publish(forwarder: Forwarder): Promise<Peer> {
  const peer = createPeer(() => {})
  const { credentials, candidates } = await peer.offer()
  await peer.accept(await forwarder.publish({ sdp: publisherOffer(credentials), candidates }))
  return peer
}

async function subscribe(forwarder: Forwarder, receiver: Receiver): Promise<void> {
  const { offer, accept } = await forwarder.subscribe()
  const { credentials, candidates } = await receiver.answer(offer)
  const sdp = subscriberAnswer(offer.sdp, credentials)
  await receiver.connect(await accept({ sdp, candidates }))
}

async function processorTimes(forwarder: Forwarder): Promise<{ forwarder: number; here: number }> {
  const { user, system } = process.cpuUsage()
  return { forwarder: await forwarder.processorTime(), here: (user + system) / 1000 }
}
