import { createStreamRecorder } from '../../recording/stream-recorder.ts'
import type { StreamRecorder } from '../../recording/stream-recorder.ts'
import { readRtp } from '../../rtp/packet.ts'
import type { SendingReport } from '../../rtp/write-rtcp.ts'
import type { MediaEvent, Record } from '../command.ts'
import { wantsEverything } from '../wants.ts'
import type { PublisherLeg } from './publisher-leg.ts'
import type { SourceTrack } from './source-track.ts'
import { createSubscriberTrack } from './subscriber-track.ts'
import type { SubscriberTrack } from './subscriber-track.ts'

/** Writes what a publisher sends into a file; it watches like a subscriber with the best of networks. */
export interface RecordingLeg {
  /** The source is there, or sends something else than before. */
  follow(source: PublisherLeg): void
  tick(now: number): void
  /** Completes the file and tells of it. */
  close(): void
}

// 1 January 1970 in the seconds of NTP.
const unixEpoch = 2_208_988_800
export function createRecordingLeg(
  { leg, path, startedAt, tracks: wanted }: Record,
  emit: (event: MediaEvent) => void,
): RecordingLeg {
  let recorder: StreamRecorder | undefined
  let tracks: readonly SubscriberTrack[] = []
  let nextSsrc = 1

  const stop = () => {
    for (const track of tracks) track.close()
    tracks = []
  }
  const record = (source: PublisherLeg, track: SourceTrack): SubscriberTrack => {
    const { kind } = track.medium
    // A recording begins anew with a source that it has not seen; numbers would seem to go back otherwise.
    const ssrc = nextSsrc++
    return createSubscriberTrack({
      outgoing: { medium: track.medium, ssrc, rtxSsrc: ssrc },
      source: track,
      wants: wantsEverything,
      fallback: 'none',
      send: (packet) => {
        const copy = readRtp(Buffer.from(packet))
        if (copy !== undefined) recorder?.write(kind, copy, Date.now())
      },
      report: (report) =>
        recorder?.report(kind, { sentAt: timeOf(report), timestamp: report.timestamp }),
      requestKeyframe: (layer) => source.requestKeyframe(track, layer),
      quality: () => undefined,
    })
  }

  return {
    follow: (source) => {
      stop()
      const chosen = source.tracks.filter(
        ({ medium }) => wanted === 'both' || wanted === medium.kind,
      )
      const codecOf = (kind: 'audio' | 'video') =>
        chosen.find(({ medium }) => medium.kind === kind)?.medium
      const [audio, video] = [codecOf('audio'), codecOf('video')]
      recorder ??= createStreamRecorder({
        path,
        startedAt,
        tracks: {
          ...(audio && { audio: { codec: 'opus' } }),
          ...(video &&
            video.codec !== 'opus' && {
              video: { codec: video.codec },
            }),
        },
        onKeyframeNeeded: () => {
          for (const track of tracks) track.refresh()
        },
      })
      tracks = chosen.map((track) => record(source, track))
      for (const track of tracks) track.open()
    },
    tick: (now) => {
      for (const track of tracks) track.tick(now)
    },
    close: () => {
      stop()
      if (recorder === undefined) return emit({ type: 'recorded', leg })
      recorder.end().then(
        (file) => emit({ type: 'recorded', leg, file }),
        (error: unknown) => emit({ type: 'failed', leg, reason: String(error) }),
      )
    },
  }
}

function timeOf({ ntp }: SendingReport): number {
  return (ntp.seconds - unixEpoch) * 1000 + (ntp.fraction * 1000) / 2 ** 32
}
