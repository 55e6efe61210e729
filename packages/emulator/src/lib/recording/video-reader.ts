import { readAv1Frame } from '../rtp/av1-frame.ts'
import { readH264Frame } from '../rtp/h264-frame.ts'
import type { ReadVideoFrame } from '../rtp/video-frame.ts'
import { readVp8Frame } from '../rtp/vp8-frame.ts'
import { readVp9Frame } from '../rtp/vp9-frame.ts'
import type { VideoCodec } from './codec.ts'

export const videoReaders: Readonly<Record<VideoCodec, ReadVideoFrame>> = {
  VP8: readVp8Frame,
  VP9: readVp9Frame,
  H264: readH264Frame,
  AV1: readAv1Frame,
}
