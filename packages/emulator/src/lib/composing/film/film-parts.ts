import { join } from 'node:path'
import { runFfmpeg } from '../ffmpeg/run-ffmpeg.ts'
import type { Running } from '../ffmpeg/run-ffmpeg.ts'
import { layOut } from '../layout/lay-out.ts'
import type { PictureSize } from '../picture-size.ts'
import type { Take } from '../timeline.ts'
import { clipsOf, later, pictureInputOf, soundInputOf } from './clip.ts'
import { pictureEncoding } from './encoding.ts'
import type { PictureQuality } from './encoding.ts'
import { pictureGraph } from './picture-graph.ts'
import { voicesOf } from './reel.ts'
import type { Reel } from './reel.ts'
import { frameRate, sampleRate } from './shot.ts'
import type { Shot } from './shot.ts'
import { soundGraph } from './sound-graph.ts'

/** Where the parts of a film are made. */
export interface Workshop extends Running {
  readonly folder: string
  readonly takes: readonly Take[]
}

/** A part of a film as the list of FFmpeg's concat demuxer has it. */
export interface Part {
  /** In the folder. */
  readonly file: string
  readonly seconds: number
  readonly ignored: readonly string[]
}

interface Look extends PictureQuality {
  readonly size: PictureSize
}

/** Makes the picture of one shot. */
export async function makePicture(
  { number, scene, frames, lag }: Shot,
  { size, ...quality }: Look,
  { folder, takes, ...running }: Workshop,
): Promise<Part> {
  const { tiles, ignored } = layOut(scene, size)
  const visible = takes.filter(({ hasVideo }) => hasVideo)
  const projections = tiles.flatMap((tile) => {
    return clipsOf(tile.streamId, scene, visible).map((clip) => ({ tile, clip: later(clip, lag) }))
  })
  const file = `picture-${number}.mp4`
  const inputs = projections.flatMap(({ clip }) => pictureInputOf(clip))
  const graph = ['-filter_complex_threads', '2', '-filter_complex', pictureGraph(projections, size)]
  const output = ['-map', '[picture]', '-frames:v', String(frames), ...pictureEncoding(quality)]
  await runFfmpeg([...inputs, ...graph, ...output, join(folder, file)], running)
  return { file, seconds: frames / frameRate, ignored }
}

/** Makes the sound of shots without a pause between them. */
export async function makeSound(
  reel: Reel,
  { folder, takes, ...running }: Workshop,
): Promise<Part> {
  const audible = takes.filter(({ hasAudio }) => hasAudio)
  const voices = voicesOf(reel, audible)
  const file = `sound-${reel.number}.flac`
  const inputs = voices.flatMap(({ clip }) => soundInputOf(clip))
  const graph = ['-filter_complex', soundGraph(voices, reel.samples), '-map', '[sound]']
  const output = ['-c:a', 'flac', '-sample_fmt', 's32', '-compression_level', '0']
  await runFfmpeg([...inputs, ...graph, ...output, join(folder, file)], running)
  return { file, seconds: reel.samples / sampleRate, ignored: [] }
}
