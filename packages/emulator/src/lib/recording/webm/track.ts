import type { PictureSize } from '../../rtp/video-frame.ts'
import type { Codec, VideoCodec } from '../codec.ts'
import { element, float, text, unsigned } from './element.ts'

export type WebmTrack =
  | { readonly codec: 'opus' }
  | {
      readonly codec: VideoCodec
      readonly size: PictureSize
      /** What the codec wants said once (`CodecPrivate`). */
      readonly configuration?: Buffer
    }

/** The number that blocks bear. */
export const trackNumbers = { video: 1, audio: 2 } as const

const codecIds: Readonly<Record<Codec, string>> = {
  opus: 'A_OPUS',
  VP8: 'V_VP8',
  VP9: 'V_VP9',
  H264: 'V_MPEG4/ISO/AVC',
  AV1: 'V_AV1',
}

const ids = {
  entry: 0xae,
  number: 0xd7,
  uid: 0x73c5,
  type: 0x83,
  lacing: 0x9c,
  codec: 0x86,
  configuration: 0x63a2,
  seekPreRoll: 0x56bb,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
  audio: 0xe1,
  frequency: 0xb5,
  channels: 0x9f,
}

/** A `TrackEntry` (Matroska, RFC 9559, section 5.1.4.1). */
export function trackEntry(track: WebmTrack): Buffer {
  return track.codec === 'opus' ? audioEntry() : videoEntry(track)
}

function audioEntry(): Buffer {
  const channels = 2
  const frequency = 48_000
  return element(
    ids.entry,
    ...common('audio', 'opus'),
    unsigned(ids.seekPreRoll, 80_000_000),
    element(ids.configuration, opusHead(channels, frequency)),
    element(ids.audio, float(ids.frequency, frequency), unsigned(ids.channels, channels)),
  )
}

function videoEntry(track: Exclude<WebmTrack, { codec: 'opus' }>): Buffer {
  const { codec, size, configuration } = track
  return element(
    ids.entry,
    ...common('video', codec),
    ...(configuration ? [element(ids.configuration, configuration)] : []),
    element(ids.video, unsigned(ids.width, size.width), unsigned(ids.height, size.height)),
  )
}

function common(kind: keyof typeof trackNumbers, codec: Codec): readonly Buffer[] {
  const number = trackNumbers[kind]
  return [
    unsigned(ids.number, number),
    unsigned(ids.uid, number),
    unsigned(ids.type, kind === 'video' ? 1 : 2),
    unsigned(ids.lacing, 0),
    text(ids.codec, codecIds[codec]),
  ]
}

/** RFC 7845, section 5.1; nothing is skipped, since a recording begins anywhere in a stream. */
function opusHead(channels: number, frequency: number): Buffer {
  const head = Buffer.alloc(19)
  head.write('OpusHead', 'latin1')
  head.writeUInt8(1, 8)
  head.writeUInt8(channels, 9)
  head.writeUInt32LE(frequency, 12)
  return head
}
