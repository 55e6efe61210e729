import type { Readable, Writable } from 'node:stream'
import { startFfmpeg } from '../../ffmpeg/start-ffmpeg.ts'
import type { FfmpegProcess } from '../../ffmpeg/start-ffmpeg.ts'
import { frameRate, sampleRate } from '../../film/shot.ts'
import type { PictureSize } from '../../picture-size.ts'

interface Encoding {
  readonly ffmpeg: string
  readonly size: PictureSize
  readonly tracks: 'audio' | 'video' | 'both'
  readonly maxBitrate: number | undefined
  /** How often one can begin to watch, in seconds. */
  readonly entryEvery: number
}

/** H.264 and AAC of raw pictures and sound. */
export interface Encoder {
  readonly process: FfmpegProcess
  /** Raw pictures (yuv420p), and samples (32 bits floating, two channels). */
  readonly inputs: { readonly video?: Writable; readonly audio?: Writable }
  /** MPEG-TS: one can begin to read it anywhere. */
  readonly output: Readable
}

export function startEncoder(encoding: Encoding): Encoder {
  const { ffmpeg, tracks } = encoding
  const child = startFfmpeg(argumentsOf(encoding), { ffmpeg, pipes: 'stdin-and-fourth' })
  const fourth = child.stdio[3] as unknown as Writable
  for (const pipe of [child.stdin, fourth]) pipe.on('error', () => undefined)
  return {
    process: child,
    inputs: {
      ...(tracks !== 'audio' && { video: child.stdin }),
      ...(tracks !== 'video' && { audio: fourth }),
    },
    output: child.stdout,
  }
}

function argumentsOf(encoding: Encoding): readonly string[] {
  const { size, tracks } = encoding
  const [hasVideo, hasAudio] = [tracks !== 'audio', tracks !== 'video']
  const atOnce = ['-probesize', '32', '-analyzeduration', '0', '-thread_queue_size', '64']
  const picture = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${size.width}x${size.height}`]
  const sound = ['-f', 'f32le', '-ar', String(sampleRate), '-ac', '2']
  return [
    ...(hasVideo ? [...atOnce, ...picture, '-r', String(frameRate), '-i', 'pipe:0'] : []),
    ...(hasAudio ? [...atOnce, ...sound, '-i', 'pipe:3'] : []),
    ...(hasVideo ? ['-map', '0:v', ...pictureCoding(encoding)] : []),
    ...(hasAudio ? ['-map', `${hasVideo ? 1 : 0}:a`, ...soundCoding()] : []),
    ...promptly,
  ]
}

// What is encoded is passed on without waiting for more of the other track.
const promptly = [
  '-max_interleave_delta',
  '200000',
  '-flush_packets',
  '1',
  '-muxdelay',
  '0',
  '-muxpreload',
  '0',
  '-f',
  'mpegts',
  'pipe:1',
]

function pictureCoding({ maxBitrate, entryEvery }: Encoding): readonly string[] {
  const entry = String(entryEvery * frameRate)
  const coder = ['-c:v', 'libx264', '-preset', 'veryfast', '-tune', 'zerolatency']
  const shape = ['-profile:v', 'high', '-pix_fmt', 'yuv420p', '-threads', '2']
  const entries = ['-g', entry, '-keyint_min', entry, '-sc_threshold', '0']
  const rate = String(maxBitrate ?? 2_000_000)
  return [...coder, ...shape, ...entries, '-crf', '23', '-maxrate', rate, '-bufsize', rate]
}

function soundCoding(): readonly string[] {
  const coder = ['-c:a', 'aac', '-b:a', '128k', '-ar', String(sampleRate)]
  return ['-af', 'alimiter=limit=0.97:level=0', ...coder]
}
