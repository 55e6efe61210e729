import type { Readable } from 'node:stream'
import { Readable as Stream } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { startFfmpeg } from '../../ffmpeg/start-ffmpeg.ts'
import type { PictureSize } from '../../picture-size.ts'
import type { LiveTake } from '../messages.ts'
import { frameColour } from '../picture/framed.ts'
import { followFile } from './follow-file.ts'
import { createMatroskaReader } from './read-matroska.ts'
import type { Block } from './read-matroska.ts'

interface Decoding {
  readonly ffmpeg: string
  /** The size of every picture, whatever the size of those in the file. */
  readonly box: PictureSize
  readonly hasEnded: () => boolean
  readonly signal: AbortSignal
  readonly onPicture: (picture: Block) => void
  /** 16 bits, two channels, 48,000 a second. */
  readonly onSound: (sound: Block) => void
}

/** Decodes a recording while it grows, until its end; one that cannot be decoded has nothing in it. */
export async function decode(take: LiveTake, decoding: Decoding): Promise<void> {
  const { ffmpeg, box, hasEnded, signal, onPicture, onSound } = decoding
  const args = [...input, ...outputs(take, box)]
  const child = startFfmpeg(args, { ffmpeg, pipes: 'stdin-and-fourth' })
  const kill = () => void child.kill('SIGKILL')
  signal.addEventListener('abort', kill)
  child.on('error', () => undefined)
  child.stderr.resume()
  child.stdout.on('data', createMatroskaReader(onPicture))
  const fourth = child.stdio[3] as unknown as Readable
  fourth.on('data', createMatroskaReader(onSound))
  const exited = new Promise((resolve) => child.once('close', resolve))
  const source = Stream.from(followFile(take.path, { hasEnded, signal }))
  // FFmpeg may end before the file does; then there is nobody to tell about the rest.
  await pipeline(source, child.stdin, { signal }).catch(() => undefined)
  await exited
  signal.removeEventListener('abort', kill)
}

// Times are those of the file, and nothing waits for more than it needs.
const shortLook = ['-copyts', '-analyzeduration', '300000', '-threads', '1']
const input = [...shortLook, '-f', 'matroska', '-i', 'pipe:0']

/** A track that the file does not have would end everything. */
function outputs({ hasVideo, hasAudio }: LiveTake, { width, height }: PictureSize) {
  const scale = `scale=${width}:${height}:force_original_aspect_ratio=decrease:force_divisible_by=2`
  const pad = `pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2:color=${frameColour}`
  const picture = ['-map', '0:v:0', '-vf', `${scale},setsar=1,format=yuv420p,${pad}`]
  const matroska = [
    '-flush_packets',
    '1',
    '-cluster_time_limit',
    '20',
    '-f',
    'matroska',
    '-live',
    '1',
  ]
  const sound = ['-map', '0:a:0', '-af', 'atrim=start=0,aresample=48000', '-ac', '2']
  return [
    ...(hasVideo ? [...picture, '-c:v', 'rawvideo', ...matroska, 'pipe:1'] : []),
    ...(hasAudio ? [...sound, '-c:a', 'pcm_s16le', ...matroska, 'pipe:3'] : []),
  ]
}
