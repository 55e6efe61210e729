import { readRtp } from '../../rtp/packet.ts'
import type { Ntp } from '../../rtp/rtcp.ts'
import { writeRtp } from '../../rtp/write-packet.ts'
import type { GuestFrame, MediaEvent, OpenGuest } from '../command.ts'
import type { Medium } from '../sdp/medium.ts'
import type { PublisherLeg } from './publisher-leg.ts'
import { createSourceTrack } from './source-track.ts'

/** A stream that comes from the platform itself, frame by frame, to those who follow it like any other. */
export interface GuestLeg extends PublisherLeg {
  play(frame: GuestFrame): void
}

/** What guests send; packets of each kind have one source. */
const media: Readonly<Record<'audio' | 'video', Medium>> = {
  audio: {
    kind: 'audio',
    mid: 'audio',
    codec: 'opus',
    clockRate: 48_000,
    payloadType: 111,
    parameters: 'minptime=10;useinbandfec=1',
    extensions: new Map(),
    encodings: [{ ssrc: 1 }],
  },
  video: {
    kind: 'video',
    mid: 'video',
    codec: 'VP8',
    clockRate: 90_000,
    payloadType: 96,
    rtxPayloadType: 97,
    extensions: new Map(),
    encodings: [{ ssrc: 2 }],
  },
}

const largestPayload = 1100
const reportMs = 1000
const keyframeIntervalMs = 300
// 1 January 1970 in the seconds of NTP.
const unixEpoch = 2_208_988_800

export function createGuestLeg(
  { leg, kinds }: OpenGuest,
  emit: (event: MediaEvent) => void,
): GuestLeg {
  const tracks = kinds.map((kind) => createSourceTrack(media[kind]))
  const sequences = { audio: 0, video: 0 }
  const reportedAt = { audio: -Infinity, video: -Infinity }
  let keyframeAt = -Infinity

  return {
    tracks,
    play: ({ kind, timestamp, data }) => {
      const track = tracks.find(({ medium }) => medium.kind === kind)
      const ssrc = media[kind].encodings[0]?.ssrc
      if (track === undefined || ssrc === undefined) return
      const now = performance.now()
      const payloads = kind === 'audio' ? [[data]] : partsOf(data)
      for (const [index, payload] of payloads.entries()) {
        const packet = readRtp(
          writeRtp(
            {
              payloadType: media[kind].payloadType,
              marker: kind === 'video' && index === payloads.length - 1,
              sequence: sequences[kind]++,
              timestamp,
              ssrc,
            },
            ...payload,
          ),
        )
        if (packet !== undefined) track.receive(packet, now)
      }
      if (now - reportedAt[kind] < reportMs) return
      reportedAt[kind] = now
      track.noteReport({ type: 'sender-report', ssrc, ntp: ntpNow(), timestamp }, now)
    },
    requestKeyframe: ({ medium }) => {
      const now = performance.now()
      if (medium.kind === 'audio' || now - keyframeAt < keyframeIntervalMs) return
      keyframeAt = now
      emit({ type: 'keyframe-wanted', leg })
    },
    negotiate: () => undefined,
    repair: () => undefined,
    report: () => undefined,
    close: () => undefined,
  }
}

/** A VP8 frame in parts that fit a packet, each behind the shortest descriptor (RFC 7741, section 4.2). */
function partsOf(frame: Uint8Array): readonly (readonly Uint8Array[])[] {
  const count = Math.max(1, Math.ceil(frame.length / largestPayload))
  return Array.from({ length: count }, (_, index) => [
    Uint8Array.of(index === 0 ? 0x10 : 0),
    frame.subarray(index * largestPayload, (index + 1) * largestPayload),
  ])
}

function ntpNow(): Ntp {
  const milliseconds = Date.now()
  const seconds = Math.floor(milliseconds / 1000)
  const fraction = Math.floor(((milliseconds % 1000) / 1000) * 2 ** 32)
  return { seconds: seconds + unixEpoch, fraction }
}
