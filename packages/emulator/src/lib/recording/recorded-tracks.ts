import type { PictureSize, VideoFrame } from '../rtp/video-frame.ts'
import type { Kind, VideoCodec } from './codec.ts'
import type { WebmTrack } from './webm/track.ts'

/** What is to be recorded of a stream. */
export interface WantedTracks {
  readonly audio?: { readonly codec: 'opus' }
  readonly video?: { readonly codec: VideoCodec }
}

/** What a header says of the tracks; pictures teach what it has to say. */
export interface RecordedTracks {
  learn(frame: VideoFrame): void
  isPictureKnown(): boolean
  largest(): PictureSize | undefined
  describe(kinds: { readonly [kind in Kind]: 'present' | 'absent' }): readonly WebmTrack[]
}

// Until a picture says better; decoders go by the pictures.
const assumedSize: PictureSize = { width: 640, height: 480 }
// An avcC of the baseline profile whose parameter sets are to follow among the pictures.
const assumedAvc = Buffer.from([1, 66, 0xc0, 31, 0xff, 0xe0, 0])

export function createRecordedTracks(wanted: WantedTracks): RecordedTracks {
  let largest: PictureSize | undefined
  let isKnown = false
  let configuration: Buffer | undefined = wanted.video?.codec === 'H264' ? assumedAvc : undefined

  return {
    learn: (frame) => {
      if (!frame.isKeyframe) return
      if (!isKnown && fits(frame.configuration)) configuration = frame.configuration
      isKnown = true
      if (frame.size && areaOf(frame.size) > areaOf(largest)) largest = frame.size
    },
    isPictureKnown: () => isKnown,
    largest: () => largest,
    describe: (kinds) => {
      const { audio, video } = wanted
      const size = largest ?? assumedSize
      return [
        ...(video && kinds.video === 'present'
          ? [{ codec: video.codec, size, ...(configuration && { configuration }) }]
          : []),
        ...(audio && kinds.audio === 'present' ? [audio] : []),
      ]
    },
  }
}

/** A header has its room; nobody in good faith needs as much. */
function fits(configuration: Buffer | undefined): configuration is Buffer {
  return configuration !== undefined && configuration.length <= 1024
}

function areaOf(size: PictureSize | undefined): number {
  return size === undefined ? 0 : size.width * size.height
}
