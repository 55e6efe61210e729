import { opusDuration } from '../rtp/opus-packet.ts'
import type { RtpPacket } from '../rtp/packet.ts'
import { createBlockWriter } from './block-writer.ts'
import type { Kind } from './codec.ts'
import { createFrameAssembler } from './frame-assembler.ts'
import type { RecordedFile } from './recorded-file.ts'
import type { WantedTracks } from './recorded-tracks.ts'
import { createReorder, type Ordered } from './reorder.ts'
import type { SenderMoment } from './sending-clock.ts'
import { createTimeline } from './timeline.ts'
import { videoReaders } from './video-reader.ts'

/** Records one stream into one WebM file, which can be read while it grows. */
export interface StreamRecorder {
  /**
   * Takes a packet: late, lost and repeated ones are expected. Also the empty ones that only probe the network, since
   * their sequence numbers would be missed. `arrivedAt`: milliseconds since the epoch.
   */
  write(kind: Kind, packet: RtpPacket, arrivedAt: number): void
  /** Takes an RTCP sender report of that kind; what is known already when a recording begins is worth telling too. */
  report(kind: Kind, report: SenderMoment): void
  /** Completes the file. Rejects with the file system's error when anything could not be written. */
  end(): Promise<RecordedFile>
}

export interface StreamRecorderOptions {
  /** The file to write; replaced if it is there. */
  readonly path: string
  /** Milliseconds since the epoch of the file's time 0; the same for recordings that are to be in line with each other. */
  readonly startedAt: number
  /** Packets of other kinds are ignored. */
  readonly tracks: WantedTracks
  /** Nothing can be decoded before the sender makes a keyframe: at the beginning, and after a loss every half second. */
  readonly onKeyframeNeeded?: () => void
}

const holdMs = 250
const keyframeEveryMs = 500
const tickMs = 100

export function createStreamRecorder(options: StreamRecorderOptions): StreamRecorder {
  const { path, startedAt, tracks, onKeyframeNeeded } = options
  const writer = createBlockWriter({ path, startedAt, tracks })
  const timeline = createTimeline({ startedAt })
  const order = { audio: createReorder({ holdMs }), video: createReorder({ holdMs }) }
  const assembler = tracks.video && createFrameAssembler(videoReaders[tracks.video.codec])
  let latest = { arrivedAt: startedAt, seenAt: performance.now() }
  let askedAt = -Infinity

  function take(kind: Kind, ordered: readonly Ordered[]): void {
    for (const item of ordered) {
      if (item.type === 'packet') {
        timeline.learn(kind, item.packet.timestamp, item.arrivedAt)
        write[kind](item.packet)
      } else {
        if (item.type === 'restarted') timeline.restart(kind)
        if (kind === 'video') assembler?.lost()
      }
    }
  }

  const write: Readonly<Record<Kind, (packet: RtpPacket) => void>> = {
    audio: ({ payload: data, timestamp }) => {
      if (data.length === 0) return
      const time = timeline.timeOf('audio', timestamp)
      writer.sound({ time, durationMs: opusDuration(data), data })
    },
    video: (packet) => {
      for (const { timestamp, frame } of assembler?.push(packet) ?? []) {
        writer.picture(timeline.timeOf('video', timestamp), frame)
      }
    },
  }

  function advance(now: number): void {
    take('audio', order.audio.advance(now))
    take('video', order.video.advance(now))
    writer.advance(now)
  }

  function askForKeyframe(now: number): void {
    if (!assembler?.isWaitingForKeyframe() || now - askedAt < keyframeEveryMs) return
    askedAt = now
    onKeyframeNeeded?.()
  }

  // Writes what is due also when nothing comes any more, by the clock of the arrivals.
  const timer = setInterval(() => {
    advance(latest.arrivedAt + performance.now() - latest.seenAt)
  }, tickMs)
  timer.unref()
  askForKeyframe(startedAt)

  return {
    write: (kind, packet, arrivedAt) => {
      if (tracks[kind] === undefined) return
      latest = { arrivedAt, seenAt: performance.now() }
      advance(arrivedAt)
      take(kind, order[kind].push({ packet, arrivedAt }))
      if (kind === 'video') askForKeyframe(arrivedAt)
    },
    report: (kind, report) => timeline.report(kind, report),
    end: () => {
      clearInterval(timer)
      take('audio', order.audio.flush())
      take('video', order.video.flush())
      return writer.end()
    },
  }
}
