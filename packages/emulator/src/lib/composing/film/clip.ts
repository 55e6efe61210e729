import type { Scene, Take } from '../timeline.ts'
import { frameRate } from './shot.ts'

/** The part of a take that is in a scene, in seconds. */
export interface Clip {
  readonly streamId: string
  readonly path: string
  /** What time it is in the file when the scene starts; below 0 when the file starts later. */
  readonly at: number
  /** When the take ends, from the start of the scene. */
  readonly end: number
}

/** What was recorded of a stream while a scene lasted, oldest first. */
export function clipsOf(
  streamId: string,
  { from, until }: Pick<Scene, 'from' | 'until'>,
  takes: readonly Take[],
): readonly Clip[] {
  return takes
    .filter((take) => take.streamId === streamId)
    .filter(({ startedAt, endedAt }) => startedAt < until && endedAt > from)
    .toSorted((one, other) => one.startedAt - other.startedAt)
    .map(({ path, startedAt, endedAt }) => ({
      streamId,
      path,
      at: (from - startedAt) / 1000,
      end: (endedAt - from) / 1000,
    }))
}

/** The clip as seen from some seconds after the start of the scene. */
export function later(clip: Clip, seconds: number): Clip {
  return { ...clip, at: clip.at + seconds, end: clip.end - seconds }
}

/** How FFmpeg reads the picture of a clip: of two pictures, the one that is nearer to a moment of the film is in it. */
export function pictureInputOf(clip: Clip): readonly string[] {
  const nearer = later(clip, 0.5 / frameRate)
  // Without the second option a new size of one input would start everything else anew.
  return ['-an', '-reinit_filter', '0', ...inputOf(nearer, 0)]
}

/** How FFmpeg reads the sound of a clip. */
export function soundInputOf(clip: Clip): readonly string[] {
  return ['-vn', ...inputOf(clip, 1)]
}

/**
 * How FFmpeg reads a clip so that 0 is the start of the scene. What comes before has a negative time: the picture of
 * that moment may be much older than it, and a decoder of sound needs a run-up.
 */
function inputOf({ path, at }: Clip, runUp: number): readonly string[] {
  const seek = Math.max(at - runUp, 0)
  const from = ['-seek_timestamp', '1', '-noaccurate_seek', '-ss', seek.toFixed(3)]
  return ['-threads', '1', ...from, '-itsoffset', (seek - at).toFixed(3), '-i', path]
}
