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

// Together with `-copyts`, the inputs below have their time 0 at the start of the scene, and what is before it below 0.

/** How FFmpeg reads the picture of a clip: of two pictures, the one that is nearer to a moment of the film is in it. */
export function pictureInputOf(clip: Clip): readonly string[] {
  const { path, at } = later(clip, 0.5 / frameRate)
  // The picture of a moment may be much older than it; a seek goes to the keyframe before.
  const seek = ['-seek_timestamp', '1', '-noaccurate_seek', '-ss', at.toFixed(3)]
  // Without the first option a new size of one input would start everything else anew.
  return ['-an', '-reinit_filter', '0', ...(at > 0 ? seek : []), ...inputOf(path, at)]
}

/** How FFmpeg reads the sound of a clip: from its beginning, because seeks go to pictures, and sound may be before them. */
export function soundInputOf({ path, at }: Clip): readonly string[] {
  return ['-vn', ...inputOf(path, at)]
}

function inputOf(path: string, at: number): readonly string[] {
  return ['-threads', '1', '-itsoffset', (-at).toFixed(3), '-i', path]
}
