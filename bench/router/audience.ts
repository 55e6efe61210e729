import { isRtcp } from '../../packages/emulator/src/lib/rtp/rtcp.ts'
import { quantile } from '../figure.ts'
import type { Forwarder } from './forwarder.ts'
import { createPeer, type Peer } from './peer.ts'
import { publisherOffer, subscriberAnswer } from './session-description.ts'
import { createStream, numberOf, packetsPerSecond } from './stream.ts'

/** One publisher and those who watch it. */
export type Audience = {
  /** Lets more in. */
  growTo(subscribers: number): Promise<void>
  /** Counts what reaches everybody. */
  watch(seconds: number): Promise<Reach>
  close(): void
}

export type Reach = {
  subscribers: number
  /** Packets that should have arrived, one for each subscriber. */
  expected: number
  lost: number
  duplicated: number
  /** From sending to hearing, in milliseconds by one clock. */
  latency: { p50: number; p95: number }
  /** Processor time of the forwarder and of those here, in milliseconds in each second. */
  load: { forwarder: number; here: number }
}

// What is on the way when a count ends; later than this it is of no use to a call.
const graceMs = 500
const settlingSeconds = 2
const atOnce = 20

export async function gatherAudience(forwarder: Forwarder): Promise<Audience> {
  const peers: Peer[] = []
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

  const enter = async () => {
    const seat = subscribers++
    const peer = createPeer((packet) => {
      if (!isRtcp(packet)) hear(seat, numberOf(packet))
    })
    peers.push(peer)
    await subscribe(forwarder, peer)
  }

  return {
    growTo: async (size) => {
      while (subscribers < size) {
        await Promise.all(Array.from({ length: Math.min(atOnce, size - subscribers) }, enter))
      }
    },
    watch: async (seconds) => {
      await play(settlingSeconds)
      const first = stream.count
      const counted = Math.round(seconds * packetsPerSecond)
      const heard = new Uint8Array(counted * subscribers)
      const latencies = new Float32Array(counted * subscribers)
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
      const elapsed = (performance.now() - start) / 1000
      await play(graceMs / 1000)
      hear = () => {}
      const measured = latencies.subarray(0, count.heard)
      return {
        subscribers,
        expected: heard.length,
        lost: heard.length - count.heard,
        duplicated: count.duplicated,
        latency: { p50: quantile(measured, 0.5), p95: quantile(measured, 0.95) },
        load: {
          forwarder: (after.forwarder - before.forwarder) / elapsed,
          here: (after.here - before.here) / elapsed,
        },
      }
    },
    close: () => {
      stream.end()
      for (const peer of peers) peer.close()
    },
  }
}

async function publish(forwarder: Forwarder): Promise<Peer> {
  const peer = createPeer(() => {})
  const { credentials, candidates } = await peer.offer()
  peer.accept(await forwarder.publish({ sdp: publisherOffer(credentials), candidates }))
  await peer.connected()
  return peer
}

async function subscribe(forwarder: Forwarder, peer: Peer): Promise<void> {
  const { offer, accept } = await forwarder.subscribe()
  const { credentials, candidates } = await peer.answer(offer)
  const sdp = subscriberAnswer(offer.sdp, credentials)
  peer.addCandidates(await accept({ sdp, candidates }))
  await peer.connected()
}

async function processorTimes(forwarder: Forwarder): Promise<{ forwarder: number; here: number }> {
  const { user, system } = process.cpuUsage()
  return { forwarder: await forwarder.processorTime(), here: (user + system) / 1000 }
}
