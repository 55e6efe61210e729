import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Kind } from './codec.ts'
import { createTimeline, type Timeline } from './timeline.ts'

const startedAt = 1_700_000_000_000
const ticks = { audio: 48, video: 90 }
// Timestamps begin anywhere; these wrap within two seconds.
const first = { audio: 2 ** 32 - 48_000, video: 2 ** 32 - 180_000 }
const timestampOf = (kind: Kind, sentAt: number) => (first[kind] + sentAt * ticks[kind]) >>> 0

interface Network {
  readonly delay: Readonly<Record<Kind, number>>
  readonly reportsFrom?: number
  readonly senderClock?: number
}

/** Ten seconds of a sender; `jitter` of up to 30 ms, now and then none. */
function send(timeline: Timeline, { delay, reportsFrom = Infinity, senderClock = 0 }: Network) {
  const times: Record<Kind, { sentAt: number; time: number }[]> = { audio: [], video: [] }
  for (let sentAt = 0; sentAt < 10_000; sentAt += 20) {
    for (const kind of ['audio', 'video'] as const) {
      const timestamp = timestampOf(kind, sentAt)
      const jitter = (sentAt * 7) % 31
      timeline.learn(kind, timestamp, startedAt + sentAt + delay[kind] + jitter)
      times[kind].push({ sentAt, time: timeline.timeOf(kind, timestamp) })
      const isDue = sentAt >= reportsFrom && sentAt % 1000 === 0
      if (isDue) timeline.report(kind, { sentAt: senderClock + sentAt, timestamp })
    }
  }
  return times
}

const lateness = (times: readonly { sentAt: number; time: number }[], from: number) =>
  times.filter(({ sentAt }) => sentAt >= from).map(({ sentAt, time }) => time - sentAt)
const grows = (times: readonly { time: number }[]) =>
  times.every(({ time }, index) => index === 0 || time > (times[index - 1]?.time ?? 0))

describe('the time of packets in a file', () => {
  it('is that of their arrival without the jitter, before anything is reported', () => {
    const times = send(createTimeline({ startedAt }), { delay: { audio: 40, video: 90 } })
    for (const late of lateness(times.audio, 3000)) assert.ok(late >= 40 && late < 42, `${late}`)
    for (const late of lateness(times.video, 3000)) assert.ok(late >= 90 && late < 92, `${late}`)
  })

  it('is in line between sound and picture once the sender reports, by whatever clock', () => {
    const delay = { audio: 40, video: 190 }
    const senderClock = startedAt - 3_600_000
    const network = { delay, reportsFrom: 1000, senderClock }
    const times = send(createTimeline({ startedAt }), network)
    const apart = times.audio.map(({ time }, index) => (times.video[index]?.time ?? 0) - time)
    const settled = apart.slice(50 * 5)
    assert.ok(
      settled.every((milliseconds) => Math.abs(milliseconds) < 5),
      `${settled[0]}`,
    )
    assert.ok(grows(times.audio) && grows(times.video))
  })

  it('is in line between two recordings of senders whose clocks differ', () => {
    const delay = { audio: 40, video: 60 }
    const one = send(createTimeline({ startedAt }), { delay, reportsFrom: 0, senderClock: 5e9 })
    const other = send(createTimeline({ startedAt }), { delay, reportsFrom: 0, senderClock: 0 })
    const apart = (one.video.at(-1)?.time ?? 0) - (other.video.at(-1)?.time ?? 0)
    assert.ok(Math.abs(apart) < 5, `${apart}`)
  })

  it('does not go back, and soon is right again, when a source begins anew', () => {
    const timeline = createTimeline({ startedAt })
    const before = send(timeline, { delay: { audio: 40, video: 90 }, reportsFrom: 1000 })
    timeline.restart('audio')
    const after = [0, 20, 40, 60].map((later) => {
      timeline.learn('audio', 777 + later * 48, startedAt + 12_000 + later)
      return { time: timeline.timeOf('audio', 777 + later * 48) }
    })
    assert.ok(grows([...before.audio, ...after]))
    assert.ok(Math.abs((after[0]?.time ?? 0) - 12_000) < 1)
  })

  it('goes on by arrival when timestamps stood still or were set anew', () => {
    const timeline = createTimeline({ startedAt })
    timeline.learn('video', 90_000, startedAt)
    timeline.timeOf('video', 90_000)
    timeline.learn('video', 93_000, startedAt + 60_000)
    assert.equal(Math.round(timeline.timeOf('video', 93_000)), 60_000)
    timeline.learn('video', 5, startedAt + 60_033)
    assert.ok(Math.abs(timeline.timeOf('video', 5) - 60_033) < 40)
  })
})
